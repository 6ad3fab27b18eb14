package dev.adjoint.tests.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A page as a reader of XML sees it. */
final class ReportPage {
  private final Document document;

  private ReportPage(Document document) {
    this.document = document;
  }

  static ReportPage read(Path file) throws IOException {
    try {
      return new ReportPage(
          DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile()));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + " is not well-formed", e);
    }
  }

  /**
   * A line of code.
   *
   * @param id {@code s12} or {@code g12}
   * @param linked the lines that belong to it
   */
  record Line(String id, List<String> linked, String text) {}

  /** The lines of one side. */
  List<Line> lines(String side) {
    return elements("li").stream()
        .filter(line -> line.getAttribute("id").startsWith(side))
        .map(ReportPage::line)
        .toList();
  }

  private static Line line(Element line) {
    String linked = line.getAttribute("data-linked");
    String text = line.getElementsByTagName("code").item(0).getTextContent();
    List<String> others = linked.isEmpty() ? List.of() : List.of(linked.split(" "));
    return new Line(line.getAttribute("id"), others, text);
  }

  /** The cells of a row of the table about a method, the heading left out. */
  List<String> row(String method, String heading) {
    for (Element table : elements("table")) {
      String caption = table.getElementsByTagName("caption").item(0).getTextContent();
      for (Element row : elements(table.getElementsByTagName("tr"))) {
        if (caption.equals(method) && row.getFirstChild().getTextContent().equals(heading)) {
          return elements(row.getElementsByTagName("td")).stream()
              .map(Element::getTextContent)
              .toList();
        }
      }
    }
    throw new AssertionError("no row " + heading + " about " + method);
  }

  /** Text of the list of findings. */
  String findings() {
    return elements("section").stream()
        .filter(section -> section.getAttribute("id").equals("findings"))
        .findFirst()
        .orElseThrow()
        .getTextContent();
  }

  /** Where links lead, and whatever else the page refers to. */
  List<String> references() {
    return elements("*").stream()
        .flatMap(element -> List.of("href", "src").stream().map(element::getAttribute))
        .filter(reference -> !reference.isEmpty())
        .toList();
  }

  /** The identifiers that links can lead to. */
  List<String> ids() {
    return elements("*").stream().map(e -> e.getAttribute("id")).filter(i -> !i.isEmpty()).toList();
  }

  private List<Element> elements(String name) {
    return elements(document.getElementsByTagName(name));
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}

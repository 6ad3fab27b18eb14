package dev.adjoint.processor.bind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The members of classes by their names; each class is searched once, however many use it. */
final class MemberIndex {
  private final Elements elements;
  private final Map<TypeElement, Map<String, List<Element>>> members = new HashMap<>();

  MemberIndex(Elements elements) {
    this.elements = elements;
  }

  /** Own members first: a field declared here hides an inherited one. */
  List<Element> named(TypeElement owner, String name) {
    return members.computeIfAbsent(owner, this::byName).getOrDefault(name, List.of());
  }

  private Map<String, List<Element>> byName(TypeElement owner) {
    List<? extends Element> own = owner.getEnclosedElements();
    return Stream.concat(own.stream(), elements.getAllMembers(owner).stream())
        .distinct()
        .filter(member -> member.getKind() != ElementKind.RECORD_COMPONENT)
        .collect(Collectors.groupingBy(member -> member.getSimpleName().toString()));
  }
}

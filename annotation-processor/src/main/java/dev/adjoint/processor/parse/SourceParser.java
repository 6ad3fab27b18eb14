package dev.adjoint.processor.parse;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Processor;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.validator.postprocessors.Java10PostProcessor;
import dev.adjoint.processor.source.SourceText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Parses each compilation unit once. */
final class SourceParser {
  // Tokens stay on: without them the parser gives no positions.
  private static final ParserConfiguration CONFIGURATION =
      new ParserConfiguration()
          .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
          .setAttributeComments(false);

  static {
    // What is Java and what is not, the compiler says: nothing to be checked after parsing.
    CONFIGURATION.getProcessors().clear();
    CONFIGURATION.getProcessors().add(VariableTypes::new);
  }

  /** Tells {@code var} from the name of a class. */
  private static final class VariableTypes extends Processor {
    @Override
    public void postProcess(ParseResult<? extends Node> result, ParserConfiguration configuration) {
      new Java10PostProcessor().postProcess(result, configuration);
    }
  }

  private final Map<SourceText, Optional<ParsedUnit>> units = new HashMap<>();

  /** The tree of a unit; empty if nothing could be made of its text. */
  Optional<ParsedUnit> parse(SourceText text) {
    return units.computeIfAbsent(text, SourceParser::parseText);
  }

  private static Optional<ParsedUnit> parseText(SourceText text) {
    UnicodeEscapes characters = UnicodeEscapes.translate(text.content());
    ParseResult<CompilationUnit> result = new JavaParser(CONFIGURATION).parse(characters.text());
    return result.getResult().map(tree -> new ParsedUnit(text, tree, characters));
  }
}

package dev.adjoint.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import java.util.ArrayList;
import java.util.List;

/** Types as JavaPoet takes them, so that it can import them. */
final class TypeNames {
  private TypeNames() {}

  static TypeName of(IrType type) {
    return switch (type) {
      case ScalarType scalar -> primitive(scalar);
      case IrType.Array array when array.container() != IrType.Container.Kind.ARRAY ->
          of(array.javaName());
      case IrType.Array(var element, int rank, _) -> {
        TypeName array = of(element);
        for (int i = 0; i < rank; i++) {
          array = ArrayTypeName.of(array);
        }
        yield array;
      }
      case IrType.Reference(String javaName) -> of(javaName);
      case IrType.Composite composite -> of(composite.javaName());
    };
  }

  /** A class from its qualified name with {@code .} between nested classes. */
  static ClassName classOf(String qualifiedName) {
    List<String> parts = List.of(qualifiedName.split("\\."));
    int top = 0;
    while (top < parts.size() - 1 && !Character.isUpperCase(parts.get(top).charAt(0))) {
      top++;
    }
    String packageName = String.join(".", parts.subList(0, top));
    List<String> nested = parts.subList(top + 1, parts.size());
    return ClassName.get(packageName, parts.get(top), nested.toArray(String[]::new));
  }

  private static TypeName primitive(ScalarType type) {
    return switch (type) {
      case DOUBLE -> TypeName.DOUBLE;
      case FLOAT -> TypeName.FLOAT;
      case LONG -> TypeName.LONG;
      case INT -> TypeName.INT;
      case SHORT -> TypeName.SHORT;
      case CHAR -> TypeName.CHAR;
      case BYTE -> TypeName.BYTE;
      case BOOLEAN -> TypeName.BOOLEAN;
    };
  }

  /** A type as source spells it: arrays, type arguments and wildcards included. */
  static TypeName of(String text) {
    String name = text.strip();
    if (name.endsWith("[]")) {
      return ArrayTypeName.of(of(name.substring(0, name.length() - 2)));
    }
    if (name.startsWith("?")) {
      return wildcard(name);
    }
    int open = name.indexOf('<');
    if (open >= 0) {
      List<TypeName> arguments = arguments(name.substring(open + 1, name.lastIndexOf('>')));
      ClassName raw = classOf(name.substring(0, open).strip());
      return ParameterizedTypeName.get(raw, arguments.toArray(TypeName[]::new));
    }
    for (ScalarType scalar : ScalarType.values()) {
      if (scalar.javaName().equals(name)) {
        return primitive(scalar);
      }
    }
    return classOf(name);
  }

  private static TypeName wildcard(String text) {
    if (text.startsWith("? super ")) {
      return WildcardTypeName.supertypeOf(of(text.substring("? super ".length())));
    }
    String bound = text.startsWith("? extends ") ? text.substring("? extends ".length()) : "";
    return WildcardTypeName.subtypeOf(of(bound.isEmpty() ? "java.lang.Object" : bound));
  }

  private static List<TypeName> arguments(String list) {
    List<TypeName> arguments = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < list.length(); i++) {
      depth += list.charAt(i) == '<' ? 1 : list.charAt(i) == '>' ? -1 : 0;
      if (list.charAt(i) == ',' && depth == 0) {
        arguments.add(of(list.substring(start, i)));
        start = i + 1;
      }
    }
    arguments.add(of(list.substring(start)));
    return arguments;
  }
}

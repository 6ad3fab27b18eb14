package dev.adjoint.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The further methods that one long method is cut into, and the class of what they share. */
final class MethodParts {
  /** What the parts call the object with the variables that they share. */
  static final String LOCALS = "locals";

  private final String method;
  private final Additions additions;
  private final ClassName type;

  /** Takes what a class needs besides the methods that were asked for. */
  record Additions(List<MethodSpec> methods, List<TypeSpec> types, WorkspaceUse use) {
    Additions() {
      this(new ArrayList<>(), new ArrayList<>(), new WorkspaceUse());
    }
  }

  /**
   * @param method the name of the method that is cut
   */
  MethodParts(String method, Additions additions) {
    this.method = method;
    this.additions = additions;
    String capital = Character.toUpperCase(method.charAt(0)) + method.substring(1);
    this.type = ClassName.get("", capital + "Locals");
  }

  /** Makes a part a method and answers its call. */
  CodeBlock call(Cuts.Part part, CodeBlock statements) {
    String name = method + part.number();
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(ParameterSpec.builder(type, LOCALS).build())
            .addCode(statements);
    for (Variable header : part.headers()) {
      spec.addParameter(ParameterSpec.builder(TypeNames.of(header.type()), header.name()).build());
    }
    additions.methods().add(spec.build());
    String headers =
        part.headers().stream().map(header -> ", " + header.name()).collect(Collectors.joining());
    return CodeBlock.builder().addStatement("$L($L$L)", name, LOCALS, headers).build();
  }

  /** Declares the class; creates the object and puts the parameters into it. */
  CodeBlock begin(Variables variables, List<Value> parameters, List<String> names) {
    TypeSpec.Builder shared =
        TypeSpec.classBuilder(type)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("What the parts of {@code $L} share.", method);
    for (Variable variable : variables.all()) {
      if (variable.kind() == Variable.Kind.SHARED) {
        String field = variable.name().substring(LOCALS.length() + 1);
        shared.addField(TypeNames.of(variable.type()), field);
      }
    }
    additions.types().add(shared.build());
    CodeBlock.Builder code = CodeBlock.builder().addStatement("$1T $2L = new $1T()", type, LOCALS);
    for (int i = 0; i < parameters.size(); i++) {
      Variable variable = variables.of(parameters.get(i));
      if (variable.kind() == Variable.Kind.SHARED) {
        code.addStatement("$L = $L", variable.name(), names.get(i));
      }
    }
    return code.build();
  }
}

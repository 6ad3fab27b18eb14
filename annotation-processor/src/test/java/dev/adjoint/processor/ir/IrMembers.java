package dev.adjoint.processor.ir;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads uses of Java members as {@link IrPrinter} writes them: {@code %x.mul(%y)}. */
final class IrMembers {
  private static final Pattern USE =
      Pattern.compile("(new )?(?:(%\\w+)|([\\w.]+?))(?:\\.(\\w+))?(\\(.*\\))?");
  private static final Map<String, String> PACKAGES =
      Map.of(
          "Math", "java.lang.",
          "Tensor", "dev.adjoint.",
          "Schedule", "dev.adjoint.",
          "DoubleTape", "dev.adjoint.tape.",
          "Lib", "dev.adjoint.processor.passes.",
          "Other", "dev.adjoint.processor.passes.");

  private IrMembers() {}

  /**
   * A member and the names of its operands, the receiver's first.
   *
   * @param operands separated by commas
   */
  record Use(JavaMember.Kind kind, String owner, String name, String operands, String effects) {

    /** Whether the owner is the type of the first operand. */
    boolean isOfReceiver() {
      return kind == JavaMember.Kind.INSTANCE_METHOD || kind == JavaMember.Kind.INSTANCE_FIELD;
    }

    JavaMember member(List<Value> values) {
      List<Value> arguments = kind == JavaMember.Kind.INSTANCE_METHOD ? rest(values) : values;
      boolean takesArguments =
          kind == JavaMember.Kind.STATIC_METHOD
              || kind == JavaMember.Kind.INSTANCE_METHOD
              || kind == JavaMember.Kind.CONSTRUCTOR;
      return new JavaMember(
          kind,
          isOfReceiver() ? values.getFirst().type().javaName().replaceAll("<.*", "") : owner,
          name,
          takesArguments
              ? arguments.stream().map(each -> each.type().javaName()).toList()
              : List.of(),
          List.of(),
          effects.isEmpty()
              ? JavaMember.Effects.PURE
              : JavaMember.Effects.valueOf(effects.toUpperCase(Locale.ROOT)));
    }

    private static List<Value> rest(List<Value> values) {
      return values.subList(1, values.size());
    }
  }

  /** Reads what follows {@code invoke}. */
  static Use read(String text) {
    String[] test = text.split(" instanceof ");
    if (test.length == 2) {
      return new Use(JavaMember.Kind.INSTANCE_TEST, test[1], "", test[0], "");
    }
    int end = effects(text);
    Matcher use = USE.matcher(text.substring(0, end).strip());
    if (!use.matches()) {
      throw new IllegalArgumentException("cannot read: " + text);
    }
    return use(use, text.substring(end).strip());
  }

  /** Where the word begins that says what a member does besides. */
  private static int effects(String text) {
    int last = text.lastIndexOf(' ');
    String word = text.substring(last + 1);
    return last > 0 && word.matches("[a-z_]+") ? last : text.length();
  }

  private static Use use(Matcher use, String effects) {
    String receiver = use.group(2);
    String inside = use.group(5);
    boolean isMethod = inside != null;
    String arguments = isMethod ? inside.substring(1, inside.length() - 1) : "";
    if (use.group(1) != null) {
      String type = use.group(4) == null ? use.group(3) : use.group(3) + "." + use.group(4);
      return new Use(JavaMember.Kind.CONSTRUCTOR, qualified(type), "", arguments, effects);
    }
    String name = use.group(4);
    if (receiver == null) {
      JavaMember.Kind kind =
          isMethod ? JavaMember.Kind.STATIC_METHOD : JavaMember.Kind.STATIC_FIELD;
      return new Use(kind, qualified(use.group(3)), name, arguments, effects);
    }
    JavaMember.Kind kind =
        isMethod ? JavaMember.Kind.INSTANCE_METHOD : JavaMember.Kind.INSTANCE_FIELD;
    String all = arguments.isEmpty() ? receiver : receiver + ", " + arguments;
    return new Use(kind, "", name, all, effects);
  }

  private static String qualified(String type) {
    return PACKAGES.getOrDefault(type, "") + type;
  }
}

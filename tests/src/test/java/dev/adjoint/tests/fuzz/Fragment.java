package dev.adjoint.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A piece of a generated program, kept as a tree so that pieces can be left out when shrinking. */
sealed interface Fragment {

  /** The Java text, indented by {@code depth} steps. */
  String text(int depth);

  /** Versions of this fragment that are smaller by one step. */
  List<Fragment> smaller();

  /** A statement that ends in a semicolon. */
  record Line(String code) implements Fragment {
    @Override
    public String text(int depth) {
      return "  ".repeat(depth) + code + "\n";
    }

    @Override
    public List<Fragment> smaller() {
      return List.of();
    }
  }

  /** A statement with a body: {@code head { body } tail}. */
  record Compound(String head, Sequence body, String tail) implements Fragment {
    @Override
    public String text(int depth) {
      String indent = "  ".repeat(depth);
      return indent + head + " {\n" + body.text(depth + 1) + indent + "}" + tail + "\n";
    }

    @Override
    public List<Fragment> smaller() {
      return body.smaller().stream()
          .map(s -> (Fragment) new Compound(head, (Sequence) s, tail))
          .toList();
    }
  }

  /** {@code if (condition) { … } else { … }}. */
  record Choice(String condition, Sequence onTrue, Sequence onFalse) implements Fragment {
    @Override
    public String text(int depth) {
      String indent = "  ".repeat(depth);
      String otherwise =
          onFalse.parts().isEmpty() ? "" : " else {\n" + onFalse.text(depth + 1) + indent + "}";
      return indent
          + "if ("
          + condition
          + ") {\n"
          + onTrue.text(depth + 1)
          + indent
          + "}"
          + otherwise
          + "\n";
    }

    @Override
    public List<Fragment> smaller() {
      List<Fragment> all = new ArrayList<>();
      onTrue.smaller().forEach(s -> all.add(new Choice(condition, (Sequence) s, onFalse)));
      onFalse.smaller().forEach(s -> all.add(new Choice(condition, onTrue, (Sequence) s)));
      return all;
    }
  }

  /** Fragments one after the other. */
  record Sequence(List<Fragment> parts) implements Fragment {
    public Sequence {
      parts = List.copyOf(parts);
    }

    @Override
    public String text(int depth) {
      return parts.stream().map(p -> p.text(depth)).collect(Collectors.joining());
    }

    @Override
    public List<Fragment> smaller() {
      List<Fragment> all = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        all.add(replaced(i, List.of()));
        switch (parts.get(i)) {
          case Compound compound -> all.add(replaced(i, compound.body().parts()));
          case Choice choice -> {
            all.add(replaced(i, choice.onTrue().parts()));
            all.add(replaced(i, choice.onFalse().parts()));
          }
          case Line _, Sequence _ -> {}
        }
        for (Fragment part : parts.get(i).smaller()) {
          all.add(replaced(i, List.of(part)));
        }
      }
      return all;
    }

    private Sequence replaced(int index, List<Fragment> by) {
      List<Fragment> copy = new ArrayList<>(parts);
      copy.remove(index);
      copy.addAll(index, by);
      return new Sequence(copy);
    }
  }
}

package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.ObjectClass;
import dev.adjoint.processor.source.SourceRange;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One object that nobody else knows, as the compiler tells them apart: made here, or one of several
 * where that depends on the path taken. Its fields are variables.
 */
final class LocalObject extends Identity<LocalObject> {
  private final ObjectClass type;
  private final Map<String, Local> fields;
  private final Set<BoundExpression.ObjectCreation> creations =
      Collections.newSetFromMap(new IdentityHashMap<>());

  private LocalObject(ObjectClass type, Map<String, Local> fields, int age) {
    super(age);
    this.type = type;
    this.fields = fields;
  }

  /** A new object. */
  static LocalObject of(String name, BoundExpression.ObjectCreation creation) {
    LocalObject made = new LocalObject(creation.of(), fields(name, creation.of()), 0);
    made.creations.add(creation);
    return made;
  }

  /** One of several objects of a class, chosen after all of {@code known} were there. */
  static LocalObject chosen(String name, ObjectClass type, Collection<LocalObject> known) {
    return new LocalObject(type, fields(name, type), afterAll(known));
  }

  /** The variables that all parts of the fields are, in order. */
  List<Local> parts(PartLocals locals) {
    return fields.values().stream().flatMap(field -> locals.of(field).stream()).toList();
  }

  private static Map<String, Local> fields(String name, ObjectClass type) {
    Map<String, Local> fields = new LinkedHashMap<>();
    for (ObjectClass.Field field : type.fields()) {
      fields.put(
          field.name(), new Local(longer(name, field.name()), field.type(), SourceRange.NONE));
    }
    return fields;
  }

  private static String longer(String name, String field) {
    return name.isEmpty()
        ? field
        : name + Character.toUpperCase(field.charAt(0)) + field.substring(1);
  }

  @Override
  LocalObject itself() {
    return this;
  }

  ObjectClass type() {
    return type;
  }

  /** The variable that a field is. */
  Local field(String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }

  /** Where it was made, or those that it may be. */
  Set<BoundExpression.ObjectCreation> creations() {
    return creations;
  }

  /** Notes that it is another object on some path; whether that is news. */
  boolean mayComeFrom(LocalObject other) {
    return creations.addAll(other.creations);
  }
}

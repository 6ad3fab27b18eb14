package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.source.SourceRange;
import java.util.IdentityHashMap;

/**
 * The objects that turned out to be needed as such, since they are handed to something that is not
 * followed. Known after a lowering of the function, and needed for it; so it is lowered again until
 * nothing new is found.
 */
final class Escapes {
  private final IdentityHashMap<BoundExpression.ObjectCreation, SourceRange> places =
      new IdentityHashMap<>();
  private boolean isNews;

  /** Notes that an object is needed as it is. */
  void add(LocalObject object, SourceRange place) {
    for (BoundExpression.ObjectCreation creation : object.creations()) {
      isNews |= places.putIfAbsent(creation, place) == null;
    }
  }

  /** Whether what a creation makes has to be an object. */
  boolean contains(BoundExpression.ObjectCreation creation) {
    return places.containsKey(creation);
  }

  /** Where what a creation makes is needed as an object. */
  SourceRange place(BoundExpression.ObjectCreation creation) {
    return places.getOrDefault(creation, SourceRange.NONE);
  }

  /** Whether something was added since this was asked last. */
  boolean takeNews() {
    boolean news = isNews;
    isNews = false;
    return news;
  }
}

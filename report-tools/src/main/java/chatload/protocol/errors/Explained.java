package chatload.protocol.errors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The members of an event that a protocol explains itself, by their paths: they and what is in them
 * are not searched for errors. {@code *} stands for each element of an array.
 */
public final class Explained {

  /** Nothing is. */
  public static final Explained NOTHING = new Explained();

  private final Map<String, Explained> members = new HashMap<>();
  private boolean isWhole;

  private Explained() {}

  /**
   * @param paths names of members from the outermost inwards
   */
  public static Explained of(List<List<String>> paths) {
    Explained root = new Explained();
    for (List<String> path : paths) {
      Explained at = root;
      for (String member : path) {
        at = at.members.computeIfAbsent(member, unused -> new Explained());
      }
      at.isWhole = true;
    }
    return root;
  }

  /** What of that member is. */
  Explained in(String member) {
    return members.getOrDefault(member, NOTHING);
  }

  /** What of each element of an array is. */
  Explained inEach() {
    return in("*");
  }

  /** Whether all of it is. */
  boolean isWhole() {
    return isWhole;
  }
}

package chatload.protocol.mapping;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which events a rule is for.
 *
 * @param exact their kinds
 * @param prefixes what their kinds can begin with
 */
record Kinds(Set<String> exact, List<String> prefixes) {

  private static final String REST = "*";

  /** For events of every kind. */
  static final Kinds ALL = new Kinds(Set.of(), List.of(""));

  /**
   * @param words kinds; one that ends with {@code *} stands for all that begin so
   */
  static Kinds of(List<String> words) {
    return new Kinds(
        words.stream().filter(word -> !word.endsWith(REST)).collect(Collectors.toUnmodifiableSet()),
        words.stream()
            .filter(word -> word.endsWith(REST))
            .map(word -> word.substring(0, word.length() - 1))
            .toList());
  }

  /** Whether it names that kind in full. */
  boolean names(String kind) {
    return kind != null && exact.contains(kind);
  }

  /** Whether an event can be of both. */
  boolean overlaps(Kinds other) {
    return exact.stream().anyMatch(other::has)
        || other.exact.stream().anyMatch(this::has)
        || prefixes.stream()
            .anyMatch(
                one ->
                    other.prefixes.stream()
                        .anyMatch(two -> one.startsWith(two) || two.startsWith(one)));
  }

  boolean has(String kind) {
    return this == ALL
        || kind != null && (exact.contains(kind) || prefixes.stream().anyMatch(kind::startsWith));
  }
}

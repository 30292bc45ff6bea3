package chatload.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds how many users at once a service bears: doubling until a level does not hold, then halving
 * the gap, then a longer run at the answer. The next level follows from the levels before it alone,
 * so that the same levels give the same answer again.
 */
public final class Search<E extends Exception> {

  /** A gap of less than this share of the users is close enough. */
  private static final double CLOSE = 0.1;

  /** So much longer is the run at the answer. */
  static final int LONGER = 3;

  /** So many times the chats has a second run at most, where the first can't tell. */
  static final int MOST_MORE = 4;

  private final Effort effort;
  private final Measure<E> measure;
  private final List<Level> levels = new ArrayList<>();

  /** By how much more chats than is usual a run has. */
  private int scale = 1;

  private Search(Effort effort, Measure<E> measure) {
    this.effort = effort;
    this.measure = measure;
  }

  /** Runs a level. */
  @FunctionalInterface
  public interface Measure<E extends Exception> {
    Level at(int users, int chats) throws E;
  }

  /** What came out, with every level in the order in which it was run. */
  public static <E extends Exception> Capacity run(Effort effort, Measure<E> measure) throws E {
    return new Search<>(effort, measure).run();
  }

  private Capacity run() throws E {
    climb();
    halve();
    Optional<Level> best = best();
    if (isUnusable() || best.isEmpty()) {
      return end(withoutBest());
    }
    lookForABreak();
    if (isUnusable()) {
      return end(Capacity.Kind.UNJUDGED);
    }
    Level longer = measure(best.get().users(), LONGER * effort.chats(best.get().users()));
    if (longer.answer() == Answer.HOLDS) {
      return end(withBest());
    }
    // From here on only what lasts counts.
    scale = LONGER;
    Level back = isUnusable() ? longer : level(effort.from());
    if (back.answer() == Answer.BREAKS && longer.answer() == Answer.BREAKS) {
      return end(Capacity.Kind.NOT_RECOVERED);
    }
    halve();
    return end(isUnusable() || best().isEmpty() ? withoutBest() : withBest());
  }

  /** Up to the first level that does not hold. */
  private void climb() throws E {
    int users = effort.from();
    while (level(users).answer() == Answer.HOLDS && users < effort.to()) {
      users = (int) Math.min(2L * users, effort.to());
    }
  }

  /** Where all that is known of more users is that nothing is proven. */
  private void lookForABreak() throws E {
    int ceiling = ceiling();
    if (lowest(Answer.BREAKS).isEmpty() && isUnsure(ceiling) && ceiling < effort.to()) {
      level((int) Math.min(2L * ceiling, effort.to()));
    }
  }

  private boolean isUnsure(int users) {
    return latest().anyMatch(level -> level.users() == users && level.answer() == Answer.UNSURE);
  }

  private void halve() throws E {
    Optional<Level> best = best();
    while (best.isPresent() && !isUnusable()) {
      int floor = best.get().users();
      int gap = ceiling() - floor;
      if (gap <= Math.max(1, CLOSE * floor)) {
        return;
      }
      level(floor + gap / 2);
      best = best();
    }
  }

  /** Once more with more chats, as many as it says would do, where one run can't tell. */
  private Level level(int users) throws E {
    int chats = scale * effort.chats(users);
    Level first = measure(users, chats);
    return first.answer() == Answer.UNSURE ? measure(users, more(first)) : first;
  }

  /** A fifth more than it says, which is a guess. */
  private static int more(Level level) {
    int wanted = level.chatsToDecide() == null ? 0 : level.chatsToDecide();
    long some = Math.max(2L * level.chats(), wanted + wanted / 5L);
    return (int) Math.min(some, (long) MOST_MORE * level.chats());
  }

  private Level measure(int users, int chats) throws E {
    Level level = measure.at(users, chats);
    levels.add(level);
    return level;
  }

  private boolean isUnusable() {
    return levels.get(levels.size() - 1).answer() == Answer.UNUSABLE;
  }

  /** The most users whose last run held, below all whose last run did not. */
  private Optional<Level> best() {
    int ceiling = ceiling();
    return latest()
        .filter(level -> level.answer() == Answer.HOLDS)
        .filter(level -> level.chats() >= scale * effort.chats(level.users()))
        .filter(level -> level.users() < ceiling || ceiling == effort.to())
        .reduce((one, other) -> one.users() >= other.users() ? one : other);
  }

  /** The fewest users whose last run did not hold; the most that are to be tried if all did. */
  private int ceiling() {
    return latest()
        .filter(level -> level.answer() != Answer.HOLDS)
        .mapToInt(Level::users)
        .min()
        .orElse(effort.to());
  }

  private Optional<Level> lowest(Answer answer) {
    return latest()
        .filter(level -> level.answer() == answer)
        .reduce((one, other) -> one.users() <= other.users() ? one : other);
  }

  /** Of every number of users its last run. */
  private Stream<Level> latest() {
    IntPredicate isLastOfItsUsers =
        at ->
            levels.subList(at + 1, levels.size()).stream()
                .noneMatch(later -> later.users() == levels.get(at).users());
    return IntStream.range(0, levels.size()).filter(isLastOfItsUsers).mapToObj(levels::get);
  }

  private Capacity.Kind withoutBest() {
    if (isUnusable()) {
      return Capacity.Kind.UNJUDGED;
    }
    return lowest(Answer.BREAKS).filter(level -> level.users() == effort.from()).isPresent()
        ? Capacity.Kind.NONE
        : Capacity.Kind.UNSURE_ALL;
  }

  private Capacity.Kind withBest() {
    int ceiling = ceiling();
    Optional<Level> above =
        latest()
            .filter(level -> level.users() == ceiling && level.answer() != Answer.HOLDS)
            .findFirst();
    if (above.isEmpty()) {
      return Capacity.Kind.AT_LEAST;
    }
    if (above.get().answer() == Answer.GENERATOR) {
      return Capacity.Kind.GENERATOR_LIMIT;
    }
    return lowest(Answer.BREAKS).isPresent() ? Capacity.Kind.INTERVAL : Capacity.Kind.NO_BREAK;
  }

  private Capacity end(Capacity.Kind kind) {
    return new Capacity(kind, best().orElse(null), lowest(Answer.BREAKS).orElse(null), levels);
  }
}

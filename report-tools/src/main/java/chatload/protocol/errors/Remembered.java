package chatload.protocol.errors;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was found out about words: the many events of a stream have the same few. What a server says
 * takes only so much memory. Safe for several threads.
 */
public final class Remembered<V> {

  static final int MOST = 4096;
  static final int LONGEST = 64;

  private final Map<String, V> known = new ConcurrentHashMap<>();
  private final Function<String, V> find;

  /**
   * @param find finds it out; the same for the same word
   */
  public Remembered(Function<String, V> find) {
    this.find = find;
  }

  /** What is true of that word. */
  public V of(String word) {
    V value = known.get(word);
    if (value != null) {
      return value;
    }
    V found = find.apply(word);
    if (word.length() <= LONGEST && known.size() < MOST) {
      known.put(word, found);
    }
    return found;
  }
}

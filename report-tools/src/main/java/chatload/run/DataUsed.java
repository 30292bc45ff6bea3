package chatload.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The user's own data that chats were made of, as the evidence has it: enough to say which chat was
 * which turn, and whether a file is the same. The data itself is not kept: it can be private, and
 * long.
 *
 * @param name of the file, without its folders
 * @param bytes its size
 * @param sha256 of its bytes, hexadecimal digits
 * @param turns how many turns each of its conversations has, in order, as in {@code 3,1*500,2}
 * @param messages how many different messages it has; more than its turns if something in them is
 *     unique
 * @param order in which conversations are taken
 * @param seed of that order; null unless it is shuffled
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DataUsed(
    String name,
    long bytes,
    String sha256,
    String turns,
    int messages,
    Order order,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long seed) {

  /** More turns than this are refused. */
  public static final int MOST_TURNS = 1_000_000;

  private static final Pattern RUN = Pattern.compile("([1-9]\\d{0,6})(?:\\*([1-9]\\d{0,6}))?");

  /** In which conversations are taken. */
  public enum Order {
    /** One after the other, each once. */
    @JsonProperty("given")
    GIVEN,
    /** In an order of their own, again and again, each time in another. */
    @JsonProperty("shuffled")
    SHUFFLED,
    /** One after the other, again and again. */
    @JsonProperty("cycled")
    CYCLED
  }

  public DataUsed {
    Objects.requireNonNull(name, "data.name");
    Objects.requireNonNull(sha256, "data.sha256");
    Objects.requireNonNull(turns, "data.turns");
    Objects.requireNonNull(order, "data.order");
    if ((order == Order.SHUFFLED) != (seed != null)) {
      throw new IllegalArgumentException("data.seed does not go with data.order");
    }
    if (messages < 1) {
      throw new IllegalArgumentException("data.messages must be at least 1, was " + messages);
    }
    counts(turns);
  }

  /** As {@link #turns}. */
  public static String shape(int[] counts) {
    StringBuilder shape = new StringBuilder();
    for (int from = 0; from < counts.length; ) {
      int to = from;
      while (to < counts.length && counts[to] == counts[from]) {
        to++;
      }
      shape.append(from == 0 ? "" : ",").append(counts[from]);
      if (to - from > 1) {
        shape.append('*').append(to - from);
      }
      from = to;
    }
    return shape.toString();
  }

  /** How many turns each conversation has. */
  int[] counts() {
    return counts(turns);
  }

  private static int[] counts(String shape) {
    IntStream.Builder counts = IntStream.builder();
    long all = 0;
    for (String part : shape.split(",", -1)) {
      Matcher run = RUN.matcher(part);
      if (!run.matches()) {
        throw new IllegalArgumentException("data.turns can't be read");
      }
      int turns = Integer.parseInt(run.group(1));
      int times = run.group(2) == null ? 1 : Integer.parseInt(run.group(2));
      all += (long) turns * times;
      if (all > MOST_TURNS) {
        throw new IllegalArgumentException("data.turns are more than " + MOST_TURNS);
      }
      for (int i = 0; i < times; i++) {
        counts.add(turns);
      }
    }
    return counts.build().toArray();
  }

  /** Whether every chat asked the same. */
  @JsonIgnore
  public boolean isOneMessage() {
    return messages == 1;
  }
}

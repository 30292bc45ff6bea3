package chatload.metric;

import chatload.words.Phrase;
import java.util.Arrays;
import java.util.List;

/** What documents say of one time of a chat, beside its name and in the same file. */
public record TimePhrase(ChatTime time, Kind kind) implements Phrase {

  /** Every one of every time. */
  public static final List<TimePhrase> ALL =
      Arrays.stream(ChatTime.values())
          .flatMap(time -> Arrays.stream(Kind.values()).map(kind -> new TimePhrase(time, kind)))
          .toList();

  /** What it is. */
  public enum Kind {
    /** Title of the chart that has one mark per chat. */
    PER_CHAT,
    /** Heading of the slowest chats by this time. */
    SLOWEST
  }

  @Override
  public String name() {
    return time.name() + "_" + kind.name();
  }

  @Override
  public String bundle() {
    return time.bundle();
  }
}

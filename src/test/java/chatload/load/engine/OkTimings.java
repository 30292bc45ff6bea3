package chatload.load.engine;

import chatload.load.exchange.ChatOutcome;
import chatload.metric.ChatTime;
import chatload.words.Wording;
import io.gatling.commons.stats.OK$;
import io.gatling.core.session.GroupBlock;
import io.gatling.core.stats.StatsEngine;
import java.util.List;
import java.util.concurrent.TimeUnit;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Times of OK chats as Gatling groups of their own. Gatling's assertions take OK and KO together,
 * so that fast failures would make a P95 look better and slow ones worse; the thresholds are about
 * OK chats alone.
 */
final class OkTimings {

  private final StatsEngine stats;
  private final List<ChatTime> times;

  /**
   * @param times to log
   */
  OkTimings(StatsEngine stats, List<ChatTime> times) {
    this.stats = stats;
    this.times = times;
  }

  void log(String scenario, ChatOutcome.Times chat) {
    for (ChatTime time : times) {
      long nanos = time.nanos(chat);
      if (nanos >= 0) {
        log(scenario, group(time), chat.startedAtMillis(), nanos);
      }
    }
  }

  /** The group that has that time of the OK chats. */
  static String group(ChatTime time) {
    return "OK chats: " + Wording.ENGLISH.say(time);
  }

  private void log(String scenario, String name, long startMillis, long nanos) {
    int millis = Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(nanos + 500_000));
    var groups = CollectionConverters.asScala(List.of(name)).toList();
    stats.logGroupEnd(
        scenario, new GroupBlock(groups, startMillis, millis, OK$.MODULE$), startMillis + millis);
  }
}

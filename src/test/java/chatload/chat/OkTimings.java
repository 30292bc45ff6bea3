package chatload.chat;

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

  static final String FIRST_TOKEN = "OK chats: first token";
  static final String TOTAL = "OK chats: total";

  private final StatsEngine stats;

  OkTimings(StatsEngine stats) {
    this.stats = stats;
  }

  void log(String scenario, ChatOutcome.Times chat) {
    log(scenario, FIRST_TOKEN, chat.startedAtMillis(), chat.firstToken());
    log(scenario, TOTAL, chat.startedAtMillis(), chat.terminal());
  }

  private void log(String scenario, String name, long startMillis, long nanos) {
    int millis = Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(nanos + 500_000));
    var groups = CollectionConverters.asScala(List.of(name)).toList();
    stats.logGroupEnd(
        scenario, new GroupBlock(groups, startMillis, millis, OK$.MODULE$), startMillis + millis);
  }
}

package chatload.document;

import chatload.metric.ChatTime;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.verdict.Reason;
import chatload.words.Language;
import java.util.Map;

/** What documents call a metric. */
public final class MetricWords {

  /** Those that are not named after an aggregate and a time. */
  private static final Map<Metric, String> CHINESE = Map.of(Metrics.SUCCESS_RATE, "成功率");

  private MetricWords() {}

  public static String say(Metric metric, Language language) {
    return switch (language) {
      case EN -> metric.english();
      case ZH -> chinese(metric);
    };
  }

  /** A Chinese phrase with the metric's name; Latin letters are set off from what follows. */
  static String put(Metric metric, String phrase) {
    String name = chinese(metric);
    String spaced = name.matches(".*[A-Za-z0-9]") ? name + " " : name;
    return phrase
        .replaceAll("\\Q" + Reason.METRIC + "\\E(?=\\p{IsHan})", spaced)
        .replace(Reason.METRIC, name);
  }

  private static String chinese(Metric metric) {
    ChatTime time = metric.time();
    return time == null
        ? CHINESE.get(metric)
        : metric.how().english() + " " + TimeWords.of(time).name(Language.ZH);
  }
}

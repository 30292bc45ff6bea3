package chatload.document.chart;

import chatload.metric.ChatTime;
import chatload.records.ChatPoint;
import chatload.records.LoadOverTime;
import chatload.render.Element;
import chatload.render.chart.StepChart;
import chatload.result.ScenarioResult;
import chatload.run.RunManifest;
import chatload.words.Wording;
import java.util.Arrays;
import java.util.List;

/** How many chats a scenario had in flight, beside those that were planned. */
final class LoadChart {

  private final ScenarioResult result;
  private final Wording wording;

  LoadChart(ScenarioResult result, Wording wording) {
    this.result = result;
    this.wording = wording;
  }

  Element figure() {
    RunManifest.Config config = result.manifest().orElseThrow().config();
    List<ChatPoint> chats = result.evidence().orElseThrow().chats().points(ChatTime.TOTAL);
    LoadOverTime load = LoadOverTime.of(chats);
    String planned = Integer.toString(config.isOpen() ? config.requests() : config.concurrency());
    String title = wording.say(ChartPhrase.LOAD);
    String caption = wording.say(ChartPhrase.LOAD_MEANS, Figure.rounded(load.stepMs() / 1000));
    StepChart chart =
        new StepChart(
            result.scenario() + "-load",
            result.scenario() + ": " + title,
            caption
                + wording.say(
                    config.isOpen() ? ChartPhrase.OPEN_LOAD_SAID : ChartPhrase.LOAD_SAID,
                    most(load.inFlight()),
                    planned,
                    most(load.okPerSecond())),
            wording.say(ChartPhrase.SECONDS),
            load.stepMs() / 1000,
            new StepChart.Line(wording.say(ChartPhrase.IN_FLIGHT), load.inFlight()),
            new StepChart.Line(wording.say(ChartPhrase.PER_SECOND), load.okPerSecond()),
            config.isOpen()
                ? new StepChart.Line(
                    wording.say(ChartPhrase.DUE_PER_SECOND), due(config, load, chats))
                : new StepChart.Line(
                    wording.say(ChartPhrase.PLANNED, planned), users(config, load)));
    return Figure.of(title, chart.svg(), caption);
  }

  private static String most(double[] means) {
    return Figure.rounded(Arrays.stream(means).max().orElse(0));
  }

  /** Chats due a second: means, as all. */
  private static double[] due(RunManifest.Config config, LoadOverTime load, List<ChatPoint> chats) {
    double[] due = new double[load.inFlight().length];
    long[] micros = config.load().micros();
    double firstMs = chats.stream().mapToDouble(ChatPoint::startMs).min().orElse(0);
    for (long one : micros) {
      int step = (int) ((firstMs + (one - micros[0]) / 1000.0) / load.stepMs());
      due[Math.min(step, due.length - 1)] += 1000 / load.stepMs();
    }
    return due;
  }

  /** Users one after the other, evenly within their ramp, and then all of them: means, as all. */
  private static double[] users(RunManifest.Config config, LoadOverTime load) {
    double apartMs = config.rampMs() == null ? 0 : (double) config.rampMs() / config.concurrency();
    double[] users = new double[load.inFlight().length];
    for (int step = 0; step < users.length; step++) {
      double end = (step + 1) * load.stepMs();
      for (int user = 0; user < config.concurrency() && user * apartMs < end; user++) {
        users[step] += Math.min(1, (end - user * apartMs) / load.stepMs());
      }
    }
    return users;
  }
}

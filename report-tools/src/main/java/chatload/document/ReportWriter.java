package chatload.document;

import chatload.UserError;
import chatload.gatling.GatlingRun;
import chatload.gatling.ResultsFolder;
import chatload.gatling.RunStats;
import chatload.render.HtmlPage;
import chatload.render.Markdown;
import chatload.render.OutputFile;
import chatload.render.OutputFile.Content;
import chatload.run.Json;
import chatload.run.ReportDir;
import chatload.settings.Settings.Language;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.commonmark.node.Node;

/**
 * Turns the raw files of a report directory into {@code <scenario>-summary.json}, {@code
 * <scenario>-report.md}, {@code OVERVIEW.md} and {@code OVERVIEW.html}, and Gatling's logs into
 * their {@code js/stats.json}. What it writes depends on nothing but these files and the language.
 */
public final class ReportWriter {

  private ReportWriter() {}

  /**
   * Reads, judges and writes.
   *
   * @throws UserError when the directory holds no run, a file can't be read or written, or one that
   *     is to be replaced is somebody else's
   */
  public static JobResult write(ReportDir dir, Language language) {
    return write(dir, language, result -> {});
  }

  /**
   * As {@link #write(ReportDir, Language)}.
   *
   * @param beforeWriting told the result before anything is written
   */
  public static JobResult write(
      ReportDir dir, Language language, Consumer<JobResult> beforeWriting) {
    Map<String, GatlingRun> gatling = JobReader.gatling(dir);
    JobResult result = JobReader.read(dir, gatling);
    Map<String, Content> contents = contents(dir, result, language);
    OwnDocuments.require(dir, result, contents);
    beforeWriting.accept(result);
    contents.forEach(
        (name, content) -> OutputFile.write(dir.folder(), dir.root().resolve(name), content));
    gatling.values().forEach(ReportWriter::writeStats);
    return result;
  }

  /** {@link #write(ReportDir, Language)} in English. */
  public static JobResult write(ReportDir dir) {
    return write(dir, Language.EN);
  }

  /**
   * Every document that {@link #write} writes, by its path inside the directory, in the order in
   * which they are written and in the language of the overview that is there. Nothing is written
   * here: whoever verifies a directory compares.
   *
   * @param result from {@link #read} on the same directory
   */
  public static Map<String, String> compose(ReportDir dir, JobResult result) {
    Map<String, String> texts = new LinkedHashMap<>();
    contents(dir, result, ReportLanguage.of(dir))
        .forEach((name, content) -> texts.put(name, text(content)));
    texts.putAll(stats(dir, JobReader.gatling(dir)));
    return texts;
  }

  /** What is computed from Gatling's logs and stands beside them, by path inside the directory. */
  static Map<String, String> stats(ReportDir dir, Map<String, GatlingRun> gatling) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (GatlingRun run : gatling.values()) {
      if (run instanceof GatlingRun.Measured measured && measured.stats().isPresent()) {
        RunStats stats = measured.stats().get();
        texts.put(name(dir, measured.folder().statsJson()), utf8(ResultsFolder.json(stats)));
        texts.put(
            name(dir, measured.folder().globalStatsJson()), utf8(ResultsFolder.globalJson(stats)));
      }
    }
    return texts;
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * What stands in the directory for what {@link #compose} gives: the same, unless another version
   * wrote it, which said the same figures in other words.
   */
  public static Map<String, String> standing(ReportDir dir, JobResult job) {
    Map<String, String> composed = compose(dir, job);
    if (job.otherVersion().isEmpty()) {
      return composed;
    }
    Map<String, String> standing = new LinkedHashMap<>();
    composed
        .keySet()
        .forEach(
            name ->
                dir.folder()
                    .read(dir.root().resolve(name))
                    .ifPresent(bytes -> standing.put(name, utf8(bytes))));
    return standing;
  }

  private static Map<String, Content> contents(ReportDir dir, JobResult result, Language language) {
    Attachments attachments = Attachments.read(dir, result);
    Wording wording = new Wording(OverviewPhrases.in(language));
    Map<String, Content> files = new LinkedHashMap<>();
    for (ScenarioResult scenario : result.scenarios()) {
      scenario
          .summary()
          .ifPresent(
              summary -> files.put(name(dir, dir.summary(scenario.scenario())), json(summary)));
      if (scenario.wasRun()) {
        files.put(
            name(dir, dir.report(scenario.scenario())),
            out ->
                out.write(Markdown.render(ScenarioReport.compose(scenario, attachments, wording))));
      }
    }
    files.put(
        name(dir, dir.overview()),
        out ->
            out.write(Markdown.render(Overview.compose(result, attachments, wording, List.of()))));
    files.put(name(dir, dir.overviewHtml()), out -> out.write(html(result, attachments, wording)));
    return files;
  }

  private static String html(JobResult result, Attachments attachments, Wording wording) {
    List<Node> charts = new OverviewCharts(result, wording).blocks();
    return HtmlPage.render(
        ReportLanguage.tag(wording.phrases().language()),
        wording.say(OverviewPhrases.Phrase.TITLE) + ": " + result.status(),
        Overview.compose(result, attachments, wording, charts));
  }

  /** Piece by piece: a summary names every failed chat. */
  private static Content json(Summary summary) {
    return out -> {
      Json.PRETTY.writeValue(out, summary);
      out.write('\n');
    };
  }

  static String text(Content content) {
    StringWriter out = new StringWriter();
    try {
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static String name(ReportDir dir, Path file) {
    return dir.root().relativize(file).toString().replace('\\', '/');
  }

  /** Beside the log that it is from; one that is there stays as it is. */
  private static void writeStats(GatlingRun gatling) {
    if (gatling instanceof GatlingRun.Measured measured) {
      measured.stats().ifPresent(measured.folder()::write);
    }
  }

  /**
   * Reads and judges, and writes nothing.
   *
   * @throws UserError when the directory holds no run, or a file can't be read
   */
  public static JobResult read(ReportDir dir) {
    return JobReader.read(dir, JobReader.gatling(dir));
  }
}

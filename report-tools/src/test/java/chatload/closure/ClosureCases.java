package chatload.closure;

import chatload.files.ReportDir;
import chatload.fixture.JobFixture;
import chatload.output.ReportWriter;
import chatload.review.Item;
import chatload.review.Review;
import chatload.review.ReviewEntry;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.signoff.ClosureRequest;
import chatload.words.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The jobs whose closing documents are kept as golden files. */
final class ClosureCases {

  private static final String AT = "2026-11-23T09:00:00Z";

  /** A directory is made in the given place. */
  private static final Map<String, Function<Path, ReportDir>> CASES = cases();

  private ClosureCases() {}

  private static Map<String, Function<Path, ReportDir>> cases() {
    Map<String, Function<Path, ReportDir>> cases = new TreeMap<>();
    cases.put("pass", new JobFixture().tuned()::in);
    cases.put("pass-tuning-open", new JobFixture()::in);
    cases.put("pass-no-repo-zh", new JobFixture().tuned()::in);
    cases.put("pass-accepted", accepted()::in);
    cases.put("pass-accepted-zh", accepted()::in);
    cases.put("pass-review-done", ClosureCases::reviewed);
    cases.put("pass-review-open", degraded()::in);
    cases.put("pass-review-required", degraded()::in);
    cases.put("fail", failing()::in);
    cases.put("fail-zh", failing()::in);
    cases.put("inconclusive", new JobFixture().without("stress")::in);
    cases.put("inconclusive-zh", new JobFixture().without("stress").withoutPreflight()::in);
    cases.put("mixed-runs", new JobFixture().stressRunId("20261122-080000-def456")::in);
    cases.put("changed-evidence", ClosureCases::changed);
    cases.put("embedded", new JobFixture().embedded()::in);
    cases.put("hostile-strings", ClosureCases::hostile);
    return cases;
  }

  static List<String> names() {
    return List.copyOf(CASES.keySet());
  }

  private static JobFixture degraded() {
    return new JobFixture()
        .failing("baseline", 7, Outcome.DEGRADED, Cause.MODEL, "done says degraded");
  }

  private static JobFixture accepted() {
    return new JobFixture()
        .withoutPreflight()
        .forgetting(3)
        .tuned()
        .accepted(Item.VARIABLES, "looked at the settings of the deployment by hand")
        .accepted(Item.HEALTH, "the monitoring shows it")
        .accepted(Item.MEMORY, "this preview has no memory database");
  }

  private static JobFixture failing() {
    JobFixture job =
        new JobFixture().failing("smoke", 3, Outcome.FALLBACK_REPLY, Cause.MODEL, "canned reply");
    for (int id = 1; id <= 30; id++) {
      job.failing("stress", id, Outcome.HTTP_ERROR, Cause.SERVICE, "status 502");
    }
    return job;
  }

  private static ReportDir reviewed(Path place) {
    ReportDir dir = degraded().in(place);
    new Review(Review.SCHEMA_VERSION, JobFixture.RUN_ID, List.of())
        .with(ReviewEntry.ofOutcome(AT, "Li Lei", Outcome.DEGRADED, Cause.UNKNOWN, "look later"))
        .with(
            ReviewEntry.ofTrace(
                AT, "Li Lei", "trace-baseline-7", Cause.MODEL, "model log: quota, 08:00:07"))
        .with(ReviewEntry.ofTuning(AT, "Han Meimei", "no change needed"))
        .write(dir);
    return dir;
  }

  private static ReportDir changed(Path place) {
    ReportDir dir = new JobFixture().in(place);
    try {
      String records = Files.readString(dir.chats("smoke"));
      Files.writeString(dir.chats("smoke"), records.replace("1001.5", "1001.4"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ReportWriter.write(dir);
    return dir;
  }

  private static ReportDir hostile(Path place) {
    String evil =
        "a|b `c` **d** <img src=x onerror=1> [e](http://f) @octocat #123 $(touch /tmp/g) '; rm x"
            + " \u001b[31m\u202e\n```\n# h\nEOF\nFILES\n<!-- --> \\n ‘’“”";
    ReportDir dir =
        new JobFixture()
            .saying(evil, "https://preview.example/api/chat?q='$(id)'|`x`")
            .failing("smoke", 1, evil, Outcome.ERROR_EVENT, Cause.SERVICE, evil)
            .in(place);
    new Review(Review.SCHEMA_VERSION, JobFixture.RUN_ID, List.of())
        .with(ReviewEntry.ofTrace(AT, evil, evil, Cause.SERVICE, evil))
        .with(ReviewEntry.ofTuning(evil, evil, evil))
        .write(dir);
    return dir;
  }

  static ClosureRequest request(String name) {
    return new ClosureRequest(
        26,
        null,
        name.startsWith("fail") || name.contains("no-repo") ? null : "octo/chat",
        name.endsWith("-zh") ? Language.ZH : Language.EN,
        name.endsWith("-required"),
        null,
        null,
        null,
        null,
        true);
  }

  static ReportDir prepared(String name, Path temp) {
    try {
      Path place = Files.createTempDirectory(temp, "job").resolve("loadtest-scenarios");
      ReportDir dir = CASES.get(name).apply(place);
      ClosureWriter.write(dir, request(name));
      return dir;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

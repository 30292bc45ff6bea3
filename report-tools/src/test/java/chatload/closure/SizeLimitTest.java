package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.fixture.JobFixture;
import chatload.review.Review;
import chatload.review.ReviewEntry;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.signoff.ClosureRequest;
import chatload.words.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SizeLimitTest {

  private static final int GITHUB_LIMIT = 65_536;

  @TempDir Path temp;

  /** Every chat fails in its own way with an error that grows when it is made visible. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void the_worst_job_still_fits_and_keeps_its_verdict(Language language) throws Exception {
    JobFixture job = new JobFixture();
    String error = "\u202e|".repeat(148) + "note";
    List<Outcome> outcomes =
        Stream.of(Outcome.values())
            .filter(outcome -> outcome.isFailure() && outcome != Outcome.NOT_SENT)
            .toList();
    for (int id = 1; id <= 300; id++) {
      Outcome outcome = outcomes.get(id % outcomes.size());
      Cause cause = Cause.values()[id % Cause.values().length];
      job.failing("stress", id, error + id, outcome, cause, error);
      if (id <= 100) {
        job.failing("baseline", id, error + id, outcome, cause, error);
      }
      if (id <= 20) {
        job.failing("smoke", id, error + id, outcome, cause, error);
      }
    }
    ReportDir dir = job.in(temp);
    Review review = new Review(Review.SCHEMA_VERSION, JobFixture.RUN_ID, java.util.List.of());
    for (int i = 0; i < 200; i++) {
      review = review.with(ReviewEntry.ofTuning(error, error, error));
    }
    review.write(dir);
    ClosureWriter.write(
        dir, new ClosureRequest(26, 7, null, language, null, null, null, null, null, true));
    for (String name : new String[] {"CLOSURE.md", "COMMENT.md", "FINAL-STEPS.md"}) {
      String document = Files.readString(temp.resolve("ISSUE-26-" + name));
      assertThat(document.replace("\n", "\r\n").length()).as(name).isLessThan(GITHUB_LIMIT);
      assertThat(document).contains("Overall Result: **FAIL**", "loadtest run ");
    }
  }

  @Test
  void lists_are_shortened_only_as_far_as_they_must_be() {
    assertThat(SizeLimit.fit("x".repeat(100)::repeat)).hasSize(2000);
    assertThat(SizeLimit.fit("x".repeat(5000)::repeat)).hasSize(50_000);
    assertThat(SizeLimit.fit(most -> most + "\n".repeat(40_000))).startsWith("0");
    assertThat(SizeLimit.count("a\n字\n")).isEqualTo(6);
  }
}

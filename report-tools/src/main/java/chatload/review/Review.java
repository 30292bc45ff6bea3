package chatload.review;

import chatload.files.Json;
import chatload.files.OutputFile;
import chatload.files.ReportDir;
import chatload.tool.UserError;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code review.json}: what people judged. Entries are only ever added; where two speak of the same
 * chat, the one about just that chat counts, and of two such ones the later.
 *
 * @param schemaVersion version of this file's layout, 1
 * @param runId the run that was judged
 * @param entries in the order in which they were made
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Review(int schemaVersion, String runId, List<ReviewEntry> entries) {

  public static final int SCHEMA_VERSION = 1;

  public Review {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schemaVersion " + schemaVersion + ", this version reads " + SCHEMA_VERSION);
    }
    Objects.requireNonNull(runId, "runId");
    entries = List.copyOf(entries);
  }

  /**
   * The review of a run; without entries if nobody judged it yet.
   *
   * @throws UserError if the file can't be read or is about another run
   */
  public static Review read(ReportDir dir, String runId) {
    Optional<byte[]> bytes = dir.folder().read(dir.review());
    if (bytes.isEmpty()) {
      return new Review(SCHEMA_VERSION, runId, List.of());
    }
    Review review;
    try {
      review = Json.MAPPER.readValue(bytes.get(), Review.class);
    } catch (ValueInstantiationException e) {
      throw refused(dir, "is no review: " + e.getCause().getMessage());
    } catch (IOException e) {
      throw refused(dir, "can't be read as a review");
    }
    if (review == null) {
      throw refused(dir, "holds nothing");
    }
    if (!review.runId().equals(runId)) {
      throw refused(dir, "is a review of run " + review.runId() + ", but this is " + runId);
    }
    return review;
  }

  /** The same review with one entry more. */
  public Review with(ReviewEntry entry) {
    List<ReviewEntry> more = new ArrayList<>(entries);
    more.add(entry);
    return new Review(schemaVersion, runId, more);
  }

  public void write(ReportDir dir) {
    try {
      OutputFile.write(dir.folder(), dir.review(), Json.PRETTY.writeValueAsString(this) + "\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UserError refused(ReportDir dir, String what) {
    return UserError.input(
        dir.review() + " " + what,
        "Answers are never overwritten: put it right or move it away, then review this run.");
  }
}

package chatload.closure;

import chatload.evidence.EvidenceFiles;
import chatload.evidence.EvidenceSeal;
import chatload.files.Folder;
import chatload.files.Json;
import chatload.files.OutputFile;
import chatload.files.ReportDir;
import chatload.output.ReportWriter;
import chatload.preflight.PreflightFile;
import chatload.result.JobResult;
import chatload.review.Review;
import chatload.review.ReviewState;
import chatload.signoff.ClosureCase;
import chatload.signoff.ClosureOptions;
import chatload.signoff.ClosureRecord;
import chatload.signoff.ClosureRequest;
import chatload.signoff.Place;
import chatload.signoff.RunKey;
import chatload.tool.UserError;
import chatload.verification.Finding;
import chatload.verification.ReportVerifier;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Turns a report directory into the documents that close an issue. They depend on nothing but its
 * files and {@link ClosureOptions}.
 */
public final class ClosureWriter {

  private ClosureWriter() {}

  /**
   * Verifies, composes and writes.
   *
   * @return what the documents rest on
   * @throws UserError when the directory can't be used, or a file that would be replaced is not one
   *     of these documents about this run
   */
  public static ClosureResult write(ReportDir dir, ClosureRequest request) {
    return write(dir, request, ReportWriter.read(dir));
  }

  /**
   * As the other, for a report that was just written.
   *
   * @param job what it said; whether the evidence is still what it was sealed as is looked at again
   */
  public static ClosureResult write(ReportDir dir, ClosureRequest request, JobResult job) {
    Path record = dir.root().resolve(ClosureOptions.fileName(request.issue()));
    Optional<ClosureOptions> earlier = ClosureRecord.read(dir, record);
    if (dir.folder().has(record)
        && earlier.filter(options -> options.runId().equals(RunKey.of(job))).isEmpty()) {
      throw notOurs(record);
    }
    ClosureOptions options = request.options(dir, job, earlier);
    ClosureCase closure = read(dir, job, options, ReportVerifier.findings(dir, job));
    Map<String, String> documents = compose(closure);
    Map<String, Folder> homes = new LinkedHashMap<>();
    for (String name : documents.keySet()) {
      Place.of(dir, name, request.places(dir)).ifPresent(home -> homes.put(name, home));
    }
    homes.forEach((name, home) -> requireOurs(home, Place.file(dir, name), options.runId()));
    OutputFile.write(dir.folder(), record, json(options));
    homes.forEach(
        (name, home) -> OutputFile.write(home, Place.file(dir, name), documents.get(name)));
    if (homes.containsKey(options.commands())) {
      makeExecutable(Place.file(dir, options.commands()));
    }
    return ClosureResult.of(
        closure,
        List.copyOf(homes.keySet()),
        earlier.stream()
            .flatMap(ClosureOptions::places)
            .filter(place -> !Place.isInside(place) && !documents.containsKey(place))
            .toList(),
        request.remembered(earlier),
        dir.root().normalize().toString());
  }

  /** Everything that the documents rest on. */
  static ClosureCase read(
      ReportDir dir, JobResult job, ClosureOptions options, List<Finding> findings) {
    Map<String, String> kept = new TreeMap<>();
    for (Path file : List.of(dir.evidence(), dir.review())) {
      dir.folder()
          .read(file)
          .ifPresent(bytes -> kept.put(file.getFileName().toString(), EvidenceFiles.sha256(bytes)));
    }
    return new ClosureCase(
        job,
        ReportWriter.hashes(dir, job),
        EvidenceSeal.read(dir),
        PreflightFile.read(dir.preflight()),
        ReviewState.of(job, Review.read(dir, RunKey.of(job))),
        kept,
        findings,
        options);
  }

  /** Every document by its path, seen from the report directory. */
  static Map<String, String> compose(ClosureCase closure) {
    ClosureOptions options = closure.options();
    Map<String, String> documents = new LinkedHashMap<>();
    documents.put(options.closure(), ClosureDocument.compose(closure));
    documents.put(options.comment(), CommentDocument.compose(closure));
    documents.put(options.commands(), CloseScript.compose(closure, Map.copyOf(documents)));
    if (options.steps() != null) {
      documents.put(options.steps(), StepsDocument.compose(closure));
    }
    return documents;
  }

  static String json(ClosureOptions options) {
    try {
      return Json.PRETTY.writeValueAsString(options) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireOurs(Folder home, Path file, String runKey) {
    Optional<byte[]> bytes = home.read(file);
    if (bytes.isEmpty()) {
      return;
    }
    if (!isAbout(bytes.get(), runKey)) {
      throw notOurs(file);
    }
  }

  /** Whether it is one of our documents, and about that run. */
  static boolean isAbout(byte[] document, String runKey) {
    Pattern marker = Pattern.compile(Pattern.quote(RunKey.marker(runKey)) + "(?=\\s)");
    return marker.matcher(new String(document, StandardCharsets.UTF_8)).find();
  }

  private static UserError notOurs(Path file) {
    return UserError.input(
        file + " is no document of ours about this run, so it is not replaced",
        "Move it away, or give another place with --out, --comment-out or --commands-out.");
  }

  private static void makeExecutable(Path script) {
    if (script.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try {
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
      } catch (IOException e) {
        throw UserError.input(script + " can't be made executable", "Run it with bash.");
      }
    }
  }
}

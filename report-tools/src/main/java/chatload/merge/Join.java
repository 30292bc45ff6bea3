package chatload.merge;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatload.files.Folder;
import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.files.SameBytes;
import chatload.preflight.PreflightFile;
import chatload.preflight.PreflightReport;
import chatload.run.JobPlan;
import chatload.run.PlannedPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The evidence that parts give together: what a run from one place would have left. It follows from
 * theirs, byte by byte, so that whoever reads it can join them again.
 */
final class Join {

  private final Parts parts;
  private final Map<String, List<PartRun>> runs = new LinkedHashMap<>();

  Join(Parts parts) {
    this.parts = parts;
    for (String scenario : parts.plan().names()) {
      runs.put(scenario, parts.all().stream().map(part -> PartRun.of(part, scenario)).toList());
    }
  }

  /** The scenarios of the plan, each as all parts ran it. */
  Map<String, List<PartRun>> runs() {
    return runs;
  }

  /** Writes it; the plan last, so that nothing is a job before all of it is there. */
  void write(ReportDir into) throws IOException {
    for (Map.Entry<Path, Folder.Content> file : files(into).entrySet()) {
      into.folder().write(file.getKey(), file.getValue());
    }
  }

  /** Names of the files in which a directory does not hold what the parts give. */
  List<String> differences(ReportDir dir) throws IOException {
    Map<Path, Folder.Content> wanted = files(dir);
    List<String> different = new ArrayList<>();
    for (Map.Entry<Path, Folder.Content> file : wanted.entrySet()) {
      Path path = file.getKey();
      if (!dir.folder().has(path)
          || !SameBytes.compare(dir.folder(), path, file.getValue()).same()) {
        different.add(dir.root().relativize(path).toString().replace('\\', '/'));
      }
    }
    if (!wanted.containsKey(dir.preflight()) && dir.folder().has(dir.preflight())) {
      different.add("preflight.json");
    }
    return different;
  }

  private Map<Path, Folder.Content> files(ReportDir dir) {
    Map<Path, Folder.Content> files = new LinkedHashMap<>();
    runs.forEach(
        (scenario, each) -> {
          JoinedChats chats = new JoinedChats(each);
          JoinedRun.of(each, chats)
              .ifPresent(
                  run -> {
                    files.put(dir.chats(scenario), chats::writeTo);
                    files.put(
                        dir.manifest(scenario),
                        out -> out.write(Json.PRETTY.writeValueAsBytes(run)));
                  });
        });
    preflight().ifPresent(bytes -> files.put(dir.preflight(), out -> out.write(bytes)));
    files.put(dir.runId(), out -> out.write((parts.plan().runId() + "\n").getBytes(UTF_8)));
    files.put(
        dir.job(),
        out -> out.write((Json.PRETTY.writeValueAsString(plan()) + "\n").getBytes(UTF_8)));
    return files;
  }

  /** The whole plan, and what it was joined from. */
  private JobPlan plan() {
    String earliest =
        parts.all().stream()
            .map(part -> part.plan().createdAt())
            .sorted()
            .findFirst()
            .orElseThrow();
    return parts
        .plan()
        .as(
            parts.plan().runId(),
            earliest,
            null,
            parts.all().stream()
                .map(part -> new PlannedPart.Merged(part.number(), part.seal(), part.part().host()))
                .toList());
  }

  /** That of the first part; or of the first that did not pass, and none if one has none. */
  private Optional<byte[]> preflight() {
    Optional<byte[]> chosen = Optional.empty();
    for (PartEvidence part : parts.all()) {
      Path file = part.dir().preflight();
      Optional<PreflightReport> report = PreflightFile.read(file).report();
      if (report.isEmpty()) {
        return Optional.empty();
      }
      Optional<byte[]> bytes = part.dir().folder().read(file);
      if (!report.get().passed()) {
        return bytes;
      }
      chosen = chosen.or(() -> bytes);
    }
    return chosen;
  }
}

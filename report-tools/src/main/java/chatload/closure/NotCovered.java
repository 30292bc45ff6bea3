package chatload.closure;

import chatload.evidence.EvidenceSeal;
import chatload.files.ReportDir;
import chatload.output.ReportOutputs;
import chatload.signoff.ClosureOptions;
import chatload.signoff.ClosureRecord;
import chatload.signoff.Place;
import chatload.verification.ReportVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What stands in a report directory, or belongs to it, and is not verified. */
public final class NotCovered {

  /** Looked at by the verifiers, which say so if one of them is out of place. */
  private static final Pattern VERIFIED =
      Pattern.compile(
          "raw|gatling|logs|\\.lock|(manifest|review|preflight.*)\\.json|manifest\\.json\\.sig|ISSUE-.*",
          Pattern.DOTALL);

  private static final Pattern OPTIONS = Pattern.compile("ISSUE-\\d+-CLOSURE\\.json");

  private NotCovered() {}

  /** What each of them is, and why, where that is not plain; in words, parts of it foreign. */
  public static Map<String, String> in(ReportDir dir) {
    Map<String, String> all = new TreeMap<>();
    if (EvidenceSeal.read(dir).filter(list -> !list.isWhole()).isPresent()) {
      String why = "sealed by version 0.1, which left it out";
      all.put("gatling/ but for simulation.log", why);
      all.put("logs/", why);
    }
    List<String> names = ReportVerifier.names(dir);
    List<ClosureOptions> options = new ArrayList<>();
    names.stream()
        .filter(OPTIONS.asMatchPredicate())
        .forEach(name -> ClosureRecord.read(dir, dir.root().resolve(name)).ifPresent(options::add));
    List<String> documents = options.stream().flatMap(ClosureOptions::places).toList();
    documents.stream()
        .filter(place -> !Place.isInside(place))
        .forEach(place -> all.put(place, "outside the report directory"));
    names.stream()
        .filter(name -> !VERIFIED.matcher(name).matches() && !ReportOutputs.isOurs(name))
        .filter(name -> !documents.contains(name))
        .forEach(name -> all.put(name, "no file of a report"));
    return all;
  }
}

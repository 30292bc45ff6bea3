package chatload.verdict;

import chatload.records.Defect;
import chatload.records.RecordedChats;
import chatload.records.RunEvidence;
import chatload.run.Outcome;
import chatload.run.RunManifest;
import chatload.verdict.Reason.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What keeps the evidence of a run from carrying a verdict. */
final class Doubts {

  private Doubts() {}

  /** Empty when the evidence is complete and consistent. */
  static List<Reason> about(RunEvidence evidence) {
    List<Reason> doubts = new ArrayList<>();
    evidence.manifest().ifPresent(manifest -> addRun(doubts, evidence, manifest));
    for (Defect defect : evidence.defects()) {
      doubts.add(reason(evidence.scenario(), defect));
    }
    evidence.manifest().ifPresent(manifest -> addAbsence(doubts, evidence, manifest));
    return doubts;
  }

  private static void addRun(List<Reason> doubts, RunEvidence evidence, RunManifest manifest) {
    switch (manifest.status()) {
      case RUNNING -> doubts.add(Reason.of(Kind.STILL_RUNNING));
      case ABORTED -> doubts.add(aborted(evidence, manifest));
      case COMPLETED -> {
        if (!Overload.isKnown(manifest.generator())) {
          doubts.add(Reason.of(Kind.GENERATOR_UNKNOWN));
        }
      }
    }
    if (manifest.generator() != null) {
      Overload.doubt(manifest.generator()).ifPresent(doubts::add);
      for (String problem : manifest.generator().problems()) {
        doubts.add(Reason.quoting(Kind.GENERATOR_PROBLEM, problem));
      }
    }
  }

  private static Reason aborted(RunEvidence evidence, RunManifest manifest) {
    int requests = manifest.config().due();
    int sent =
        requests
            - evidence.chats().missingCount()
            - evidence.chats().outcomes().getOrDefault(Outcome.NOT_SENT, 0);
    return Reason.of(Kind.ABORTED, Integer.toString(sent), Integer.toString(requests));
  }

  private static void addAbsence(List<Reason> doubts, RunEvidence evidence, RunManifest manifest) {
    String requests = Integer.toString(manifest.config().due());
    int missing = evidence.chats().missingCount();
    if (missing > 0) {
      doubts.add(Reason.of(Kind.RECORDS_MISSING, Integer.toString(missing), requests));
    }
    int notSent = evidence.chats().notSent();
    if (notSent > 0) {
      doubts.add(Reason.of(Kind.NOT_SENT, Integer.toString(notSent), requests));
    }
    addOtherProtocol(doubts, evidence.chats());
  }

  /**
   * A wrong setting of ours, not a fault of the service, as long as no chat was answered otherwise.
   */
  private static void addOtherProtocol(List<Reason> doubts, RecordedChats chats) {
    Set<Outcome> answers = new HashSet<>(chats.outcomes().keySet());
    answers.remove(Outcome.CANCELLED); // it says nothing of it, nor does what was left out
    if (chats.notSent() == 0) {
      answers.remove(Outcome.NOT_SENT);
    }
    if (answers.equals(Set.of(Outcome.OTHER_PROTOCOL))) {
      doubts.add(Reason.quoting(Kind.OTHER_PROTOCOL, chats.failures().get(0).error()));
    }
  }

  private static Reason reason(String scenario, Defect defect) {
    String manifest = "raw/" + scenario + "-run.json";
    String records = "raw/" + scenario + "-chats.jsonl";
    String line = Integer.toString(defect.firstLine());
    return switch (defect.kind()) {
      case NO_MANIFEST -> Reason.of(Kind.NO_MANIFEST, manifest);
      case UNUSABLE_MANIFEST -> Reason.quoting(Kind.UNUSABLE_MANIFEST, defect.detail(), manifest);
      case NO_RECORDS -> Reason.of(Kind.NO_RECORDS, records);
      case TORN_LINE -> Reason.of(Kind.TORN_LINE, records, line);
      case UNREADABLE_LINE -> counted(Kind.UNREADABLE_LINES, records, defect);
      case OTHER_RUN -> counted(Kind.OTHER_RUN, records, defect);
      case ID_OUT_OF_RANGE -> counted(Kind.IDS_OUT_OF_RANGE, records, defect);
      case DUPLICATE_ID -> counted(Kind.DUPLICATE_IDS, records, defect);
      case CONTRADICTION -> counted(Kind.CONTRADICTIONS, records, defect);
      case WRONG_CANCEL -> counted(Kind.WRONG_CANCELS, records, defect);
      case WRONG_TURN -> counted(Kind.WRONG_TURNS, records, defect);
      case WRONG_START -> counted(Kind.WRONG_STARTS, records, defect);
      case WRONG_USER -> counted(Kind.WRONG_USERS, records, defect);
      case MORE_THAN_ONE_POST -> counted(Kind.MORE_THAN_ONE_POST, records, defect);
    };
  }

  private static Reason counted(Kind kind, String records, Defect defect) {
    return Reason.of(
        kind, records, Integer.toString(defect.count()), Integer.toString(defect.firstLine()));
  }
}

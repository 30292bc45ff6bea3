package chatload.signoff;

import chatload.preflight.PreflightCheck;
import chatload.preflight.PreflightFile;
import chatload.preflight.PreflightReport;
import chatload.render.Nodes;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.review.Item;
import chatload.review.ReviewState;
import chatload.verdict.Caveat;
import chatload.words.Phrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.node.Node;

/**
 * What must hold of the target. The settings of a service can't be seen from outside, but what they
 * do can: only that ticks an item, and it is named.
 */
final class Preconditions {

  private static final String HEALTH = "health";
  private static final String WITH_TOKEN = "chat-with-token";
  private static final String WITHOUT_TOKEN = "chat-without-token";
  private static final String HEADERS_ONLY = "chat-with-identity-headers-only";
  private static final String FORGED_TOKEN = "chat-with-forged-token";
  private static final List<String> BY_NAME =
      List.of(HEALTH, WITH_TOKEN, WITHOUT_TOKEN, HEADERS_ONLY, FORGED_TOKEN);

  private final JobResult job;
  private final PreflightFile preflight;
  private final ReviewState review;

  Preconditions(JobResult job, PreflightFile preflight, ReviewState review) {
    this.job = job;
    this.preflight = preflight;
    this.review = review;
  }

  List<Gate> gates() {
    List<Gate> gates = new ArrayList<>();
    gates.add(deployed());
    gates.add(byPreflight(Item.VARIABLES, ClosurePhrase.ITEM_VARIABLES, ofVariables()));
    gates.add(byPreflight(Item.HEALTH, ClosurePhrase.ITEM_HEALTH, List.of(HEALTH)));
    gates.add(chat());
    List<String> others = otherFailures();
    if (!others.isEmpty()) {
      gates.add(byPreflight(Item.OTHER_CHECKS, ClosurePhrase.ITEM_OTHER_CHECKS, others));
    }
    return gates;
  }

  /** Earlier versions sent no forged token; what their preflights show stays shown. */
  private List<String> ofVariables() {
    return Stream.of(WITH_TOKEN, WITHOUT_TOKEN, HEADERS_ONLY, FORGED_TOKEN)
        .filter(name -> !name.equals(FORGED_TOKEN) || observed(name) != null)
        .toList();
  }

  private Gate deployed() {
    if (job.caveats().containsKey(Caveat.EMBEDDED_TARGET)) {
      return gate(
          Item.DEPLOYED,
          ClosurePhrase.ITEM_DEPLOYED,
          false,
          Say.of(ClosurePhrase.TARGET_IS_EMBEDDED));
    }
    boolean answered = okChats() > 0 || passed(WITH_TOKEN);
    return gate(
        Item.DEPLOYED,
        ClosurePhrase.ITEM_DEPLOYED,
        answered,
        answered
            ? words -> words.quoting(ClosurePhrase.TARGET_ANSWERED, url())
            : Say.of(ClosurePhrase.SERVICE_UNSEEN));
  }

  /** Of the runs, or of the preflight where it came to none. */
  private String url() {
    return job.manifests().stream()
        .findFirst()
        .map(run -> run.config().url())
        .or(() -> preflight.report().map(PreflightReport::url))
        .orElseThrow();
  }

  /** The chats themselves show it too. */
  private Gate chat() {
    int ok = okChats();
    return ok > 0
        ? gate(
            Item.CHAT,
            ClosurePhrase.ITEM_CHAT,
            true,
            Say.of(ClosurePhrase.BY_OK_CHATS, Integer.toString(ok)))
        : byPreflight(Item.CHAT, ClosurePhrase.ITEM_CHAT, List.of(WITH_TOKEN));
  }

  /** Checks that failed and that no item of the checklist names. */
  private List<String> otherFailures() {
    return preflight.report().stream()
        .flatMap(report -> report.checks().stream())
        .filter(check -> !check.passed() && !BY_NAME.contains(check.name()))
        .map(PreflightCheck::name)
        .toList();
  }

  private Gate byPreflight(Item item, Phrase title, List<String> names) {
    Optional<PreflightReport> report = preflight.report();
    if (report.isEmpty()) {
      Phrase why =
          preflight.exists() ? ClosurePhrase.PREFLIGHT_UNREADABLE : ClosurePhrase.PREFLIGHT_ABSENT;
      return gate(item, title, false, Say.of(why));
    }
    String url = report.get().url();
    if (!isAboutTarget(report.get())) {
      return gate(
          item, title, false, words -> words.quoting(ClosurePhrase.PREFLIGHT_OTHER_TARGET, url));
    }
    boolean all =
        names.stream()
            .allMatch(name -> preflight.check(name).filter(PreflightCheck::passed).isPresent());
    return gate(item, title, all, words -> observed(words, names));
  }

  private List<Node> observed(Wording words, List<String> names) {
    List<Node> evidence = new ArrayList<>();
    evidence.add(Nodes.text(words.say(ClosurePhrase.BY_PREFLIGHT)));
    for (String name : names) {
      evidence.add(Nodes.text(evidence.size() == 1 ? ": " : ", "));
      evidence.add(BY_NAME.contains(name) ? Nodes.text(name) : Nodes.foreign(name));
      evidence.add(Nodes.text(" "));
      evidence.add(Nodes.foreign(observed(name)));
    }
    return evidence;
  }

  /** What the service did, or why it was not asked to; null if the file says nothing. */
  private String observed(String name) {
    return preflight
        .check(name)
        .map(PreflightCheck::observed)
        .or(
            () ->
                preflight.notAsked().stream()
                    .filter(one -> one.name().equals(name))
                    .map(PreflightReport.NotAsked::why)
                    .findFirst())
        .orElse(null);
  }

  private boolean passed(String name) {
    return preflight.report().filter(this::isAboutTarget).isPresent()
        && preflight.check(name).filter(PreflightCheck::passed).isPresent();
  }

  private boolean isAboutTarget(PreflightReport report) {
    return job.manifests().stream().allMatch(run -> run.config().url().equals(report.url()));
  }

  private int okChats() {
    return job.scenarios().stream()
        .filter(result -> result.manifest().isPresent())
        .flatMap((ScenarioResult result) -> result.evidence().stream())
        .mapToInt(evidence -> evidence.chats().ok())
        .sum();
  }

  private Gate gate(Item item, Phrase title, boolean done, Say evidence) {
    return Gate.of(item, Say.of(title), done, evidence, review);
  }
}

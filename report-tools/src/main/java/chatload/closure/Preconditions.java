package chatload.closure;

import chatload.closure.ClosurePhrases.Phrase;
import chatload.document.ScenarioResult;
import chatload.preflight.PreflightCheck;
import chatload.preflight.PreflightReport;
import chatload.render.Nodes;
import chatload.verdict.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;

/**
 * Section 1 of the checklist. The settings of a service can't be seen from outside, but what they
 * do can: only that ticks an item, and it is named.
 */
final class Preconditions {

  private static final String HEALTH = "health";
  private static final String WITH_TOKEN = "chat-with-token";
  private static final String WITHOUT_TOKEN = "chat-without-token";
  private static final String HEADERS_ONLY = "chat-with-identity-headers-only";

  private final ClosureCase closure;
  private final Words words;

  Preconditions(ClosureCase closure, Words words) {
    this.closure = closure;
    this.words = words;
  }

  List<Node> blocks() {
    return List.of(
        Nodes.heading(2, words.say(Phrase.PRECONDITIONS)),
        Nodes.bullets(
            List.of(
                deployed(),
                byPreflight(Phrase.ITEM_VARIABLES, WITH_TOKEN, WITHOUT_TOKEN, HEADERS_ONLY),
                byPreflight(Phrase.ITEM_HEALTH, HEALTH),
                chat())));
  }

  private List<Node> deployed() {
    if (closure.job().marks().containsKey(Mark.EMBEDDED_TARGET)) {
      return item(Phrase.ITEM_DEPLOYED, false, said(Phrase.TARGET_IS_EMBEDDED));
    }
    boolean answered = okChats() > 0 || passed(WITH_TOKEN);
    return answered
        ? item(
            Phrase.ITEM_DEPLOYED,
            true,
            words.quoting(Phrase.TARGET_ANSWERED, closure.job().manifests().get(0).config().url()))
        : item(Phrase.ITEM_DEPLOYED, false, said(Phrase.SERVICE_UNSEEN));
  }

  /** The chats themselves show it too. */
  private List<Node> chat() {
    if (okChats() > 0) {
      return item(
          Phrase.ITEM_CHAT,
          true,
          List.of(Nodes.text(words.say(Phrase.BY_OK_CHATS, Integer.toString(okChats())))));
    }
    return byPreflight(Phrase.ITEM_CHAT, WITH_TOKEN);
  }

  private List<Node> byPreflight(Phrase item, String... names) {
    Optional<PreflightReport> report = closure.preflight().report();
    if (report.isEmpty()) {
      return item(
          item,
          false,
          said(
              closure.preflight().exists()
                  ? Phrase.PREFLIGHT_UNREADABLE
                  : Phrase.PREFLIGHT_ABSENT));
    }
    if (!isAboutTarget(report.get())) {
      return item(item, false, words.quoting(Phrase.PREFLIGHT_OTHER_TARGET, report.get().url()));
    }
    List<Node> evidence = new ArrayList<>();
    evidence.add(Nodes.text(words.say(Phrase.BY_PREFLIGHT)));
    boolean all = true;
    for (String name : names) {
      Optional<PreflightCheck> check = closure.preflight().check(name);
      all &= check.filter(PreflightCheck::passed).isPresent();
      evidence.add(Nodes.text((evidence.size() == 1 ? ": " : ", ") + name + " "));
      evidence.add(Nodes.foreign(check.map(PreflightCheck::observed).orElse(null)));
    }
    return item(item, all, evidence);
  }

  private boolean passed(String name) {
    return closure.preflight().report().filter(this::isAboutTarget).isPresent()
        && closure.preflight().check(name).filter(PreflightCheck::passed).isPresent();
  }

  private boolean isAboutTarget(PreflightReport report) {
    return closure.job().manifests().stream()
        .allMatch(run -> run.config().url().equals(report.url()));
  }

  private int okChats() {
    return closure.job().scenarios().stream()
        .filter(result -> result.manifest().isPresent())
        .flatMap((ScenarioResult result) -> result.evidence().stream())
        .mapToInt(evidence -> evidence.chats().ok())
        .sum();
  }

  private List<Node> said(Phrase phrase) {
    return List.of(Nodes.text(words.say(phrase)));
  }

  private List<Node> item(Phrase item, boolean done, List<Node> evidence) {
    return Checklist.item(done, List.of(Nodes.text(words.say(item))), evidence);
  }
}

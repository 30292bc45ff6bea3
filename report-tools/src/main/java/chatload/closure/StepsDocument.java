package chatload.closure;

import chatload.render.Markdown;
import chatload.render.Nodes;
import chatload.signoff.ClosureCase;
import chatload.signoff.ClosureNodes;
import chatload.signoff.ClosureOptions;
import chatload.signoff.ClosurePhrase;
import chatload.text.ShellWords;
import chatload.words.Phrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;

/** {@code ISSUE-<n>-FINAL-STEPS.md}: comment, close the issue, close the epic. */
final class StepsDocument {

  private final ClosureCase closure;
  private final ClosureOptions options;
  private final Wording words;

  private StepsDocument(ClosureCase closure) {
    this.closure = closure;
    this.options = closure.options();
    this.words = new Wording(options.language());
  }

  static String compose(ClosureCase closure) {
    return SizeLimit.fit(new StepsDocument(closure)::compose);
  }

  private String compose(int most) {
    boolean mayClose = closure.mayClose();
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(1, words.say(ClosurePhrase.STEPS_TITLE, options.numbers())));
    blocks.addAll(new VerdictSection(closure, words).blocks(most));
    OrderedList steps = new OrderedList();
    steps.setMarkerStartNumber(1);
    steps.setMarkerDelimiter(".");
    steps.appendChild(step(ClosurePhrase.STEP_COMMENT, comment()));
    if (mayClose) {
      steps.appendChild(step(ClosurePhrase.STEP_ISSUE, close(options.issue())));
      steps.appendChild(step(ClosurePhrase.STEP_EPIC, close(options.epic())));
    } else {
      steps.appendChild(step(ClosurePhrase.STEP_ISSUE_OPEN));
      steps.appendChild(step(ClosurePhrase.STEP_EPIC_OPEN));
    }
    blocks.add(steps);
    if (mayClose) {
      blocks.add(Nodes.paragraph(words.say(ClosurePhrase.STEPS_BY_SCRIPT)));
      blocks.add(ClosureNodes.shell(ShellWords.join(List.of("bash", options.commands()))));
    } else {
      blocks.addAll(new NextSection(closure, words).notClosing(false));
    }
    blocks.add(ClosureNodes.marker(options.runId()));
    return Markdown.render(Nodes.document(blocks));
  }

  private Node step(Phrase what, String... command) {
    Node step = new ListItem();
    step.appendChild(Nodes.paragraph(words.say(what, options.numbers())));
    if (command.length > 0) {
      step.appendChild(ClosureNodes.shell(ShellWords.join(List.of(command))));
    }
    return step;
  }

  private String[] comment() {
    return withRepo(
        "gh",
        "issue",
        "comment",
        Integer.toString(options.issue()),
        "--body-file",
        options.comment());
  }

  private String[] close(int number) {
    return withRepo("gh", "issue", "close", Integer.toString(number));
  }

  private String[] withRepo(String... command) {
    List<String> words = new ArrayList<>(List.of(command));
    if (options.repo() != null) {
      words.addAll(List.of("--repo", options.repo()));
    }
    return words.toArray(String[]::new);
  }
}

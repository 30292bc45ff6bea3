package chatload.probe;

import chatload.protocol.ChatEvent;
import chatload.protocol.ChatReading.Step;
import chatload.protocol.Usage;
import chatload.protocol.errors.Flaw;
import chatload.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What an event means, in words. */
final class Meanings {

  private Meanings() {}

  /**
   * @param event null if it was not read any more
   * @param step what it did to the chat
   * @param shown makes foreign text safe to print
   */
  static String of(ChatEvent event, Step step, UnaryOperator<String> shown) {
    if (event == null) {
      return "not read: the chat had failed";
    }
    String words = of(event, shown);
    return switch (step) {
      case FIRST_TOKEN -> words + " ← first that a user sees";
      case FAILED -> words + " ← the chat fails";
      default -> words;
    };
  }

  private static String of(ChatEvent event, UnaryOperator<String> shown) {
    if (event instanceof ChatEvent.Several several) {
      return several.events().stream()
          .map(one -> of(one, shown))
          .distinct()
          .collect(Collectors.joining("; "));
    }
    if (event instanceof ChatEvent.Token token) {
      String text =
          Visible.isVisible(token.text())
              ? "text \"" + shown.apply(token.text()) + "\""
              : "text that shows nothing";
      return text + flaw(token.flaw(), shown);
    }
    if (event instanceof ChatEvent.Generated generated) {
      return generated.isCall() ? "a tool is called" : "made by the model, not shown to users";
    }
    if (event instanceof ChatEvent.Terminal terminal) {
      return "the end" + flaw(terminal.flaw(), shown);
    }
    if (event instanceof ChatEvent.ServiceError error) {
      return "an error: " + shown.apply(error.words());
    }
    if (event instanceof ChatEvent.Malformed malformed) {
      return "malformed: " + shown.apply(malformed.why());
    }
    if (event instanceof ChatEvent.Failed failed) {
      return failed.outcome() + ": " + shown.apply(failed.words());
    }
    if (event instanceof ChatEvent.Used used) {
      return usage(used.usage());
    }
    if (event instanceof ChatEvent.Retracted retracted) {
      return retracted.all() ? "all text is taken back" : "the step's text is taken back";
    }
    if (event instanceof ChatEvent.Other other) {
      return (other.known() ? "known, without text" : "unknown") + flaw(other.flaw(), shown);
    }
    return "a step begins";
  }

  private static String flaw(Flaw flaw, UnaryOperator<String> shown) {
    return flaw == null
        ? ""
        : ", but " + flaw.kind().outcome() + ": " + shown.apply(String.valueOf(flaw.words()));
  }

  private static String usage(Usage usage) {
    List<String> said = new ArrayList<>();
    if (usage.input() != null) {
      said.add("input " + usage.input());
    }
    if (usage.output() != null) {
      said.add("output " + usage.output());
    }
    if (usage.reasoning() != null) {
      said.add("reasoning " + usage.reasoning());
    }
    return "usage: " + String.join(", ", said);
  }

  /**
   * Whether it speaks for the protocol. What is found to be an error, or wrong, is so in every
   * protocol.
   */
  static boolean isKnown(ChatEvent event) {
    if (event instanceof ChatEvent.Several several) {
      return several.events().stream().anyMatch(Meanings::isKnown);
    }
    if (event instanceof ChatEvent.Other other) {
      return other.known();
    }
    return !(event instanceof ChatEvent.ServiceError) && !(event instanceof ChatEvent.Malformed);
  }
}

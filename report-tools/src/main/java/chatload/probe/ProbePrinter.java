package chatload.probe;

import chatload.preflight.Finding;
import chatload.run.Millis;
import chatload.run.Outcome;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a probe saw, for people. */
public final class ProbePrinter {

  /** Of an event, characters. */
  static final int MOST_OF_BYTES = 60;

  private final PrintWriter out;
  private final BiFunction<Received, Reading, Finding> judge;

  /**
   * @param judge says what an answer, as it is read, means
   */
  public ProbePrinter(PrintWriter out, BiFunction<Received, Reading, Finding> judge) {
    this.out = out;
    this.judge = judge;
  }

  /** A chat in a protocol that was given. */
  public void print(Received answer, Reading reading) {
    events(reading);
    verdict(answer.outcome(), answer.observed(), answer.fix());
    out.flush();
  }

  /** What became of a search. */
  public void print(Search search) {
    List<Attempt> attempts = search.attempts();
    for (Attempt attempt : attempts) {
      out.println("Asked as " + attempt.sentAs() + ": " + answered(attempt));
    }
    out.println("Requests sent: " + attempts.size());
    out.println();
    Optional<Attempt> shown = search.conclusion().or(search::explained);
    shown.ifPresentOrElse(attempt -> fit(search, attempt), () -> nothing(search));
    out.flush();
  }

  private static String answered(Attempt attempt) {
    return attempt
        .fit()
        .map(fit -> "answered in " + fit.protocol() + ", " + fit.outcome())
        .orElseGet(
            () ->
                attempt.answer().isStream()
                    ? "200 " + attempt.answer().contentType() + ", which no protocol explains"
                    : attempt.answer().outcome() + ", " + attempt.answer().observed());
  }

  private void fit(Search search, Attempt attempt) {
    Reading best = attempt.fit().orElseThrow();
    Reading fit = search.shown(attempt, best.protocol());
    events(fit);
    out.println("fits: " + fit.inWords());
    attempt.best().stream()
        .filter(reading -> reading != best)
        .map(reading -> search.shown(attempt, reading.protocol()))
        .forEach(reading -> out.println("fits as well: " + reading.inWords()));
    Finding finding = judge.apply(attempt.answer(), fit);
    verdict(fit.outcome(), finding.observed(), finding.fix());
    if (search.conclusion().isEmpty()) {
      out.println(
          "But that was the answer to a request of "
              + attempt.sentAs()
              + "; "
              + fit.protocol()
              + "'s own was not answered so, or needs --model.");
      out.println(
          "  Describe the service in a file: loadtest protocol show "
              + fit.protocol()
              + " > mine.yaml, with the request of "
              + attempt.sentAs()
              + ".");
    }
  }

  private void nothing(Search search) {
    List<Attempt> attempts = search.attempts();
    Optional<Attempt> stream =
        attempts.stream().filter(attempt -> attempt.answer().isStream()).findFirst();
    if (stream.isEmpty()) {
      Received last = attempts.get(attempts.size() - 1).answer();
      verdict(last.outcome(), last.observed(), last.fix());
      return;
    }
    Reading own = search.shown(stream.get(), stream.get().sentAs());
    events(own);
    stream.get().readings().forEach(reading -> out.println("does not fit: " + why(reading)));
    verdict(
        own.outcome().isOk() ? Outcome.OTHER_PROTOCOL : own.outcome(),
        "no protocol that is built in explains what came",
        "Describe it in a file, docs/protocols.md says how, and probe again with --protocol FILE.");
  }

  private static String why(Reading reading) {
    return reading.isOfItsType()
        ? reading.inWords()
        : reading.protocol() + ": has another content type";
  }

  private void events(Reading reading) {
    for (Reading.Seen event : reading.events()) {
      out.println(
          String.format(
              Locale.ROOT,
              "%9.1f ms  %-" + MOST_OF_BYTES + "s  %s",
              Millis.ofNanos(event.nanos()),
              event.bytes(),
              event.meaning()));
    }
    out.println();
  }

  private void verdict(Outcome outcome, String observed, String fix) {
    out.println(outcome + ": " + observed);
    if (fix != null) {
      out.println("  " + fix);
    }
  }
}

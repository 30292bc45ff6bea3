package chatload.output;

import chatload.files.OutputFile.Content;
import chatload.metric.Check;
import chatload.render.Element;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.result.Summary;
import chatload.text.VisibleText;
import chatload.verdict.Reason;
import chatload.verdict.Verdict.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code junit.xml}: one suite for the job, with the case that its scenarios are one job, and one
 * for each scenario, with a case for each check. A check that a FAIL scenario misses is a failure;
 * whatever cannot be decided is an error, so that nothing INCONCLUSIVE looks like a pass. A
 * scenario without checks has one case for its evidence instead.
 *
 * <p>The layout is that of the schema that Jenkins' xUnit plug-in holds such files against:
 * jenkinsci/xunit-plugin,
 * src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd.
 */
final class JUnitXml implements ReportOutput {

  private static final String NAME = "junit.xml";

  /** Longest sentence that is shown, characters. */
  private static final int LONGEST = 1000;

  private static final String PREFIX = "chatload.";

  @Override
  public List<OutputName> names() {
    return List.of(
        new OutputName(
            NAME,
            "one test case per check, for what reads JUnit: FAIL is a failure, INCONCLUSIVE an"
                + " error",
            "0.2.0"));
  }

  @Override
  public Map<String, Content> files(Reported job) {
    return Map.of(
        NAME,
        out ->
            out.write(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + lines(suites(job.result()))
                    + "\n"));
  }

  /** An element on a line of its own; in no text and no value two angles stand so. */
  private static String lines(Element root) {
    return root.toString().replace("><", ">\n<");
  }

  /**
   * One test case.
   *
   * @param problem {@code failure} or {@code error}; null when all is well
   * @param message in one line; null when all is well
   * @param details sentences; none when all is well
   */
  private record Case(String name, String problem, String message, List<Reason> details) {
    static Case passed(String name) {
      return new Case(name, null, null, List.of());
    }

    boolean is(String wanted) {
      return wanted.equals(problem);
    }
  }

  private static Element suites(JobResult job) {
    Case oneJob =
        job.conflicts().isEmpty()
            ? Case.passed("one-job")
            : new Case("one-job", "error", job.conflicts().get(0).sentence(), job.conflicts());
    Element properties = Element.of("properties").add(property("status", job.status().name()));
    properties.add(property("exitCode", Integer.toString(job.status().exitCode().code())));
    job.runId().ifPresent(id -> properties.add(property("runId", VisibleText.of(id, LONGEST))));
    List<Case> all = new ArrayList<>(List.of(oneJob));
    List<Element> suites = new ArrayList<>();
    suites.add(suite("job", List.of(oneJob)).add(properties).add(element("job", oneJob)));
    for (ScenarioResult scenario : job.scenarios()) {
      List<Case> cases = cases(scenario);
      all.addAll(cases);
      Element suite = suite(scenario.scenario(), cases);
      scenario.summary().ifPresent(summary -> addTimes(suite, summary));
      warnings(scenario).ifPresent(suite::add);
      cases.forEach(one -> suite.add(element(scenario.scenario(), one)));
      suites.add(suite);
    }
    Element root = counted(Element.of("testsuites").with("name", "chatload"), all);
    suites.forEach(root::add);
    return root;
  }

  /** Of checks that are met, those that are close to their limits: they pass. */
  private static Optional<Element> warnings(ScenarioResult scenario) {
    List<Reason> warnings = scenario.verdict().warnings();
    if (warnings.isEmpty()) {
      return Optional.empty();
    }
    Element properties = Element.of("properties");
    warnings.forEach(
        warning ->
            properties.add(property("warning", VisibleText.of(warning.sentence(), LONGEST))));
    return Optional.of(properties);
  }

  private static List<Case> cases(ScenarioResult scenario) {
    List<Check> checks = scenario.verdict().checks();
    List<Reason> reasons = scenario.verdict().reasons();
    if (scenario.verdict().status() == Status.INCONCLUSIVE) {
      String why = reasons.get(0).sentence();
      return checks.isEmpty()
          ? List.of(new Case("evidence", "error", why, reasons))
          : checks.stream().map(check -> new Case(name(check), "error", why, reasons)).toList();
    }
    return checks.stream()
        .map(
            check ->
                check.met()
                    ? Case.passed(name(check))
                    : new Case(name(check), "failure", message(check), reasons))
        .toList();
  }

  private static String name(Check check) {
    return check.metric().id();
  }

  /** In exact figures, so that none contradicts the verdict. */
  private static String message(Check check) {
    return (check.hasData() ? check.observed().toPlainString() : "no data")
        + " misses the limit "
        + check.limit().toPlainString()
        + " (n="
        + check.n()
        + ")";
  }

  private static Element suite(String name, List<Case> cases) {
    return counted(Element.of("testsuite").with("name", PREFIX + name), cases);
  }

  private static Element counted(Element element, List<Case> cases) {
    return element
        .with("tests", Integer.toString(cases.size()))
        .with("failures", count(cases, "failure"))
        .with("errors", count(cases, "error"));
  }

  private static String count(List<Case> cases, String problem) {
    return Long.toString(cases.stream().filter(one -> one.is(problem)).count());
  }

  /** Seconds with three decimals, and the start if it is a time. */
  private static void addTimes(Element suite, Summary summary) {
    if (summary.totals().durationMs() != null) {
      suite.with(
          "time",
          BigDecimal.valueOf(summary.totals().durationMs())
              .movePointLeft(3)
              .setScale(3, RoundingMode.HALF_UP)
              .toPlainString());
    }
    try {
      if (summary.startedAt() != null) {
        suite.with("timestamp", Instant.parse(summary.startedAt()).toString());
      }
    } catch (DateTimeException e) {
      return; // a file says so that is no time, and nothing depends on it
    }
  }

  private static Element element(String scenario, Case one) {
    Element element =
        Element.of("testcase").with("name", one.name()).with("classname", PREFIX + scenario);
    if (one.problem() != null) {
      element.add(
          Element.of(one.problem())
              .with("type", one.is("failure") ? Status.FAIL.name() : Status.INCONCLUSIVE.name())
              .with("message", VisibleText.of(one.message(), LONGEST))
              .text(
                  one.details().stream()
                      .map(reason -> VisibleText.of(reason.sentence(), LONGEST))
                      .collect(Collectors.joining(". "))));
    }
    return element;
  }

  private static Element property(String name, String value) {
    return Element.of("property").with("name", name).with("value", value);
  }
}

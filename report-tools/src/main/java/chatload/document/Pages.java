package chatload.document;

import chatload.document.chart.JobCharts;
import chatload.files.ReportDir;
import chatload.render.HtmlPage;
import chatload.render.Markdown;
import chatload.result.Attachments;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.result.TraceLinks;
import chatload.words.Language;
import chatload.words.Wording;
import java.util.List;

/** What people read of a job, in one language; each page is composed when it is asked for. */
public final class Pages {

  private final JobResult job;
  private final Attachments attachments;
  private final Wording wording;

  private Pages(JobResult job, Attachments attachments, Wording wording) {
    this.job = job;
    this.attachments = attachments;
    this.wording = wording;
  }

  /** Reads what they need beside the job itself. */
  public static Pages of(ReportDir dir, JobResult job, Language language) {
    return new Pages(job, Attachments.read(dir, job), new Wording(language));
  }

  /** The language of the pages that are in a directory; English if there are none. */
  public static Language languageIn(ReportDir dir) {
    return ReportLanguage.of(dir);
  }

  /** The overview, Markdown. */
  public String overview() {
    return Markdown.render(Overview.compose(job, attachments, wording, List.of()));
  }

  /** The overview with charts, HTML. */
  public String overviewHtml() {
    return HtmlPage.render(
        wording.language().tag(),
        wording.say(OverviewPhrase.TITLE) + ": " + job.status(),
        wording.say(OverviewPhrase.CONTENTS),
        Overview.compose(job, attachments, wording, new JobCharts(job, wording).blocks()));
  }

  /**
   * Of the overview, verdict, results and reasons alone, Markdown without a link into the
   * directory.
   */
  public String verdict() {
    return Markdown.render(Overview.verdict(job, attachments, wording));
  }

  /** The report on one scenario that was run, Markdown. */
  public String scenario(ScenarioResult scenario) {
    return Markdown.render(
        ScenarioReport.compose(scenario, attachments, TraceLinks.of(job), wording));
  }
}

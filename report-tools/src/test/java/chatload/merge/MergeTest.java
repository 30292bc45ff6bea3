package chatload.merge;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.fixture.CommandRun;
import chatload.fixture.JobFixture;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.schema.ReportSchemas;
import chatload.tool.ExitCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What several injectors left, joined: the same as one would have, or no PASS. */
class MergeTest {

  @TempDir private Path temporary;

  private SplitJob passing() {
    return SplitJob.of(temporary, new JobFixture());
  }

  private static void is(CommandRun run, ExitCode code, String... said) {
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code.code());
    for (String words : said) {
      assertThat(run.out() + run.err()).contains(words);
    }
  }

  @Test
  void theDocumentsAreThoseOfOneInjectorButForWhatNamesTheParts() throws IOException {
    SplitJob job = passing();
    List<ReportDir> parts = job.parts(2);
    SplitJob.sealed(job.whole());
    is(job.merge(parts, "merged"), ExitCode.PASS, "Seal: ");

    Map<String, String> one = documents(job.whole());
    Map<String, String> several = documents(job.merged("merged"));
    assertThat(several.keySet()).isEqualTo(one.keySet());
    one.forEach(
        (name, text) ->
            assertThat(several.get(name).lines())
                .as(name)
                .containsExactlyElementsOf(text.lines().toList()));
    is(CommandRun.of("verify", job.merged("merged").root()), ExitCode.PASS, "Verified");
    isDocumented(job.merged("merged").root());
    isDocumented(MergedJob.of(job.merged("merged"), 2).root());
  }

  private static void isDocumented(Path directory) {
    List<String> files = ReportSchemas.jsonFiles(directory);
    assertThat(files).hasSizeGreaterThan(6);
    files.forEach(file -> assertThat(ReportSchemas.problems(directory, file)).isEmpty());
  }

  /** By name, without what names the parts. */
  private static Map<String, String> documents(ReportDir dir) throws IOException {
    Map<String, String> documents = new TreeMap<>();
    try (Stream<Path> files = Files.list(dir.root())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (!name.equals("manifest.json") && !name.equals(".lock")) {
          String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
          documents.put(
              name,
              text.replaceAll("(?m)^\\|Merged from parts.*\n", "")
                  .replaceAll("(?s)<tr>\\s*<t[hd][^>]*>Merged from parts.*?</tr>\\s*", ""));
        }
      }
    }
    return documents;
  }

  @Test
  void aPartAloneSaysThatItIsOneAndNothingElse() throws IOException {
    SplitJob job = passing();
    ReportDir part = job.part(2, 2);

    CommandRun run = CommandRun.of("report", part.root());

    is(run, ExitCode.INCONCLUSIVE, "Part 2 of 2: merge it");
    assertThat(run.out()).doesNotContain("PASS", "FAIL", "missing");
    assertThat(Files.readString(part.overview())).contains("**INCONCLUSIVE**");
    CommandRun prepare = CommandRun.of("prepare", part.root());
    assertThat(prepare.out() + prepare.err()).contains("Nothing may be closed");
  }

  @Test
  void failuresOfAllPartsCountTogether() {
    JobFixture failing = new JobFixture();
    for (int id = 1; id <= 40; id++) {
      failing.failing("stress", id, Outcome.HTTP_ERROR, Cause.SERVICE, "status 502");
    }
    SplitJob job = SplitJob.of(temporary, failing);

    is(job.merge(job.parts(2), "merged"), ExitCode.FAIL, "260");
  }

  @Test
  void aPartThatIsMissingOrThereTwiceIsNamed() {
    SplitJob job = passing();
    List<ReportDir> parts = job.parts(2);
    ReportDir again = SplitJob.sealed(job.part(1, 2, "again", SplitJob.START_AT));

    is(job.merge(parts.subList(0, 1), "merged"), ExitCode.UNUSABLE_INPUT, "part 2 of 2 is missing");
    is(
        job.merge(List.of(parts.get(0), again, parts.get(1)), "merged"),
        ExitCode.UNUSABLE_INPUT,
        "part 1 of 2 is there twice");
    assertThat(job.merged("merged").root()).doesNotExist();
    is(job.merge(parts, "merged"), ExitCode.PASS);
    is(job.merge(parts, "merged"), ExitCode.UNUSABLE_INPUT, "is there already");
  }

  @Test
  void partsOfTwoPlansAreRefusedWithWhatDiffers() throws IOException {
    SplitJob job = passing();
    SplitJob other =
        SplitJob.of(
            temporary.resolve("other"),
            new JobFixture().saying("something else", "https://preview.example/api/chat"));
    List<ReportDir> mixed = List.of(job.parts(2).get(0), other.parts(2).get(1));

    is(job.merge(mixed, "merged"), ExitCode.UNUSABLE_INPUT, "two plans", "message");
    ReportDir later = SplitJob.sealed(job.part(2, 2, "later", "2026-11-23T09:00:00Z"));
    is(
        job.merge(List.of(mixed.get(0), later), "merged"),
        ExitCode.UNUSABLE_INPUT,
        "two plans",
        "part.startAt");
    is(job.merge(List.of(job.whole(), later), "merged"), ExitCode.UNUSABLE_INPUT, "is no part");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clock", "start"})
  void threeSecondsApartAreFound(String what) {
    SplitJob job = passing();
    ReportDir first = SplitJob.sealed(job.part(1, 2));
    ReportDir second = job.part(2, 2);
    SplitJob.change(
        second,
        "baseline",
        run ->
            SplitJob.shift(run, what.equals("clock") ? 3000 : 0, what.equals("start") ? 3000 : 0));

    is(
        job.merge(List.of(first, SplitJob.sealed(second)), "merged"),
        ExitCode.INCONCLUSIVE,
        what.equals("clock")
            ? "baseline: the clocks of parts"
            : "baseline: parts 1 and 2 may have begun up to 3120 ms apart");
    assertThat(CommandRun.of("verify", job.merged("merged").root()).out())
        .contains("raw: baseline: ", "Findings: 1");
  }

  @Test
  void aMachineWhoseClockIsALittleWrongIsPutRight() throws IOException {
    SplitJob job = passing();
    ReportDir first = SplitJob.sealed(job.part(1, 2));
    ReportDir second = job.part(2, 2);
    for (String scenario : List.of("smoke", "baseline", "stress")) {
      SplitJob.change(second, scenario, run -> SplitJob.shift(run, 700, 0));
    }

    is(job.merge(List.of(first, SplitJob.sealed(second)), "merged"), ExitCode.PASS);
    assertThat(job.merged("merged").chats("smoke"))
        .hasSameTextualContentAs(job.whole().chats("smoke"));
  }

  @Test
  void aServiceThatNeverSaysADateLeavesItOpen() {
    SplitJob job = passing();
    ReportDir first = SplitJob.sealed(job.part(1, 2));
    ReportDir second = job.part(2, 2);
    SplitJob.change(
        second, "smoke", run -> ((ObjectNode) run.at("/target/connection")).remove("serviceClock"));

    is(
        job.merge(List.of(first, SplitJob.sealed(second)), "merged"),
        ExitCode.INCONCLUSIVE,
        "smoke: nobody knows how right the clock of part 2 was");
  }

  @Test
  void aPartThatWasChangedOrNeverSealedIsRefused() throws IOException {
    SplitJob job = passing();
    ReportDir first = SplitJob.sealed(job.part(1, 2));
    ReportDir second = job.part(2, 2);
    is(
        job.merge(List.of(first, second), "merged"),
        ExitCode.UNUSABLE_INPUT,
        "part 2 of 2) was never sealed");
    SplitJob.sealed(second);
    Files.writeString(
        second.chats("smoke"),
        Files.readString(second.chats("smoke")).replaceFirst("\"elapsedMs\":1", "\"elapsedMs\":2"));
    is(
        job.merge(List.of(first, second), "merged"),
        ExitCode.UNUSABLE_INPUT,
        "is not what was sealed: raw/smoke-chats.jsonl");
  }

  @Test
  void mergedEvidenceThatItsPartsDoNotGiveCarriesNoVerdict() throws IOException {
    SplitJob job = passing();
    is(job.merge(job.parts(2), "merged"), ExitCode.PASS);
    ReportDir merged = job.merged("merged");
    // Sealed anew by whoever made it up, so that only the parts give it away.
    Path forged = temporary.resolve("forged");
    SplitJob.copy(merged.root(), forged);
    ReportDir dir = new ReportDir(forged);
    List<String> lines = Files.readAllLines(dir.chats("stress"));
    lines.set(7, lines.get(7).replace("\"firstTokenMs\":5", "\"firstTokenMs\":1"));
    Files.writeString(dir.chats("stress"), String.join("\n", lines) + "\n");
    unseal(dir);

    is(
        CommandRun.of("report", forged),
        ExitCode.INCONCLUSIVE,
        "The merged evidence is not what its parts give: raw/stress-chats.jsonl");
  }

  @Test
  void mergedEvidenceWithoutItsPartsCarriesNoVerdict() throws IOException {
    SplitJob job = passing();
    is(job.merge(job.parts(2), "merged"), ExitCode.PASS);
    ReportDir dir = job.merged("merged");
    delete(dir.raw().resolve("part-2"));
    unseal(dir);

    is(CommandRun.of("report", dir.root()), ExitCode.INCONCLUSIVE, "part-2 does not exist");
  }

  private static void unseal(ReportDir dir) throws IOException {
    try (Stream<Path> files = Files.list(dir.root())) {
      for (Path file : new ArrayList<>(files.filter(Files::isRegularFile).toList())) {
        if (!file.getFileName().toString().startsWith("preflight")) {
          Files.delete(file);
        }
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

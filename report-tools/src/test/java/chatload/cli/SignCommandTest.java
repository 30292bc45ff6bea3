package chatload.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatload.console.CommandContext;
import chatload.files.ReportDir;
import chatload.fixture.JobFixture;
import chatload.signature.SealSignature;
import chatload.tool.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real ssh-keygen and keys that are made here. */
class SignCommandTest {

  @TempDir Path temp;
  private ReportDir dir;
  private StringWriter said;

  @BeforeEach
  void makeKeys() throws Exception {
    assumeTrue(canMakeKeys(), "no ssh-keygen here");
    dir = new JobFixture().tuned().in(temp.resolve("report"));
  }

  private boolean canMakeKeys() throws InterruptedException {
    try {
      for (String name : List.of("ours", "theirs")) {
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", file(name));
        String key = Files.readString(temp.resolve(name + ".pub"));
        Files.writeString(temp.resolve(name + ".signers"), name + "@example.com " + key);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).directory(temp.toFile()).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }

  private String file(String name) {
    return temp.resolve(name).toString();
  }

  @Test
  void a_signature_names_its_signer_and_nobody_else_can_stand_for_him() {
    assertThat(sign("ours")).isEqualTo(ExitCode.PASS.code());
    assertThat(verify("ours")).as(said.toString()).isEqualTo(ExitCode.PASS.code());
    assertThat(said.toString()).contains("Signed by ours@example.com");
    assertThat(verify("theirs")).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(said.toString()).contains("manifest.json.sig: is of none of the signers");
  }

  @Test
  void a_signature_that_nobody_checks_is_told_and_hides_nothing() {
    sign("ours");
    assertThat(loadtest("verify")).isEqualTo(ExitCode.PASS.code());
    assertThat(said.toString()).contains("Not checked: the signature").doesNotContain("Signed by");
  }

  @Test
  void a_seal_that_nobody_signed_is_not_good_enough_where_a_signature_is_asked_for() {
    assertThat(verify("ours")).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(said.toString()).contains("manifest.json.sig: is missing");
  }

  /** All files made anew with a seal of their own: what no hash can show. */
  @Test
  void the_signature_of_another_seal_does_not_fit() throws IOException {
    sign("ours");
    ReportDir other = new JobFixture().without("stress").in(temp.resolve("other"));
    Files.copy(dir.root().resolve(SealSignature.NAME), other.root().resolve(SealSignature.NAME));
    dir = other;
    assertThat(verify("ours")).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(said.toString()).contains("does not fit the seal");
  }

  @Test
  void a_signature_made_for_something_else_is_none() throws Exception {
    run("ssh-keygen", "-q", "-Y", "sign", "-f", file("ours"), "-n", "git", manifest().toString());
    assertThat(dir.root().resolve(SealSignature.NAME)).exists();
    assertThat(verify("ours")).isEqualTo(ExitCode.INCONCLUSIVE.code());
  }

  private Path manifest() {
    return dir.root().resolve("manifest.json");
  }

  @Test
  void nothing_is_signed_twice_or_overwritten() throws IOException {
    sign("ours");
    String before = Files.readString(dir.root().resolve(SealSignature.NAME));
    assertThat(sign("theirs")).isEqualTo(ExitCode.UNUSABLE_INPUT.code());
    assertThat(said.toString()).contains("never overwritten");
    assertThat(dir.root().resolve(SealSignature.NAME)).content().isEqualTo(before);
  }

  @Test
  void what_does_not_verify_is_not_signed() throws IOException {
    Files.writeString(dir.runId(), " ", StandardOpenOption.APPEND);
    assertThat(sign("ours")).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(dir.root().resolve(SealSignature.NAME)).doesNotExist();
  }

  @Test
  void a_key_that_is_none_is_said_with_what_to_do() {
    assertThat(sign("ours.signers")).isEqualTo(ExitCode.UNUSABLE_INPUT.code());
    assertThat(said.toString()).contains("ssh-keygen does not sign with");
    assertThat(dir.root().resolve(SealSignature.NAME)).doesNotExist();
  }

  @Test
  void closing_documents_wait_for_the_signature_that_was_asked_for() {
    Path closure = dir.root().resolve("ISSUE-26-CLOSURE.md");
    List<String> asked = List.of("--require-signature", file("ours.signers"));
    assertThat(loadtest("prepare", asked)).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(said.toString()).contains("Nothing was written");
    assertThat(closure).doesNotExist();
    sign("ours");
    assertThat(loadtest("prepare", asked)).as(said.toString()).isEqualTo(ExitCode.PASS.code());
    assertThat(closure).exists();
    assertThat(verify("ours")).as(said.toString()).isEqualTo(ExitCode.PASS.code());
  }

  @Test
  void a_file_of_signers_that_is_not_there_is_a_mistake_of_the_command() {
    assertThat(verify("nobody")).isEqualTo(ExitCode.USAGE.code());
    assertThat(said.toString()).contains("there is no file of signers");
  }

  private int sign(String key) {
    return loadtest("sign", List.of("--key", file(key)));
  }

  private int verify(String signers) {
    return loadtest("verify", List.of("--signers", file(signers + ".signers")));
  }

  private int loadtest(String command) {
    return loadtest(command, List.of());
  }

  private int loadtest(String command, List<String> more) {
    said = new StringWriter();
    PrintWriter to = new PrintWriter(said, true);
    List<String> words = new ArrayList<>(List.of(command, "--report-dir"));
    words.add(dir.root().toString());
    words.addAll(more);
    return Loadtest.run(
        new CommandContext(to, to, Map.of(), new Properties(), false, Clock.systemUTC()),
        words.toArray(String[]::new));
  }
}

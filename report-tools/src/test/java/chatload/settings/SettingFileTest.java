package chatload.settings;

import static chatload.settings.SettingsTest.withFlag;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import chatload.auth.SecretHeader;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files that settings name: secrets, tokens, headers, canned replies. */
class SettingFileTest {

  private static final String SECRET = "hunter2-hunter2-hunter2-hunter2-hunter2";

  @TempDir private Path dir;

  private String file(byte[] bytes) throws Exception {
    return Files.write(dir.resolve("file"), bytes).toString();
  }

  private static String refused(Setting setting, String path) {
    UserError error = catchThrowableOfType(UserError.class, () -> withFlag(setting, path));
    assertThat(error).isNotNull();
    assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(error.getMessage() + error.hint()).doesNotContain("hunter2", path);
    return error.getMessage();
  }

  @Test
  void aNulOrAControlCharacterIsRefusedInASentence() throws Exception {
    assertThat(refused(Setting.SECRET_FILE, file((SECRET + "\0").getBytes(UTF_8))))
        .contains("--secret-file", "a NUL or another control character");
    assertThat(refused(Setting.SECRET_FILE, file((SECRET + "\u001b[31m").getBytes(UTF_8))))
        .contains("control character");
    assertThat(refused(Setting.SECRET_FILE, file(SECRET.getBytes(UTF_16LE)))).contains("a NUL");
    assertThat(refused(Setting.SECRET_FILE, file(SECRET.getBytes(UTF_16BE)))).contains("a NUL");
  }

  @Test
  void utf16IsNamedAsWhatItIs() throws Exception {
    assertThat(refused(Setting.SECRET_FILE, file(("\ufeff" + SECRET).getBytes(UTF_16LE))))
        .contains("UTF-16");
    assertThat(refused(Setting.JWT_TOKEN_FILE, file(("\ufeff" + SECRET).getBytes(UTF_16BE))))
        .contains("UTF-16");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheSecret() throws Exception {
    String path = file(("\ufeff" + SECRET + "\r\n").getBytes(UTF_8));

    assertThat(withFlag(Setting.SECRET_FILE, path).credential().orElseThrow().secret().reveal())
        .isEqualTo(SECRET);
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws Exception {
    assertThat(refused(Setting.SECRET_FILE, file(new byte[] {0x7f, 'E', (byte) 0xff, 2})))
        .contains("not UTF-8");
    assertThat(refused(Setting.SECRET_FILE, file(new byte[] {'a', (byte) 0xed, (byte) 0xa0, 'b'})))
        .as("half of a surrogate pair")
        .contains("not UTF-8");
  }

  @Test
  @Timeout(5)
  @EnabledOnOs(OS.LINUX)
  void whatIsNoFileOrHasNoEndIsRefused() throws Exception {
    assertThat(refused(Setting.SECRET_FILE, dir.toString())).contains("can't be read");
    assertThat(refused(Setting.SECRET_FILE, "/dev/zero")).contains("longer than");
    assertThat(refused(Setting.SECRET_FILE, "/dev/null")).contains("is empty");
    assertThat(refused(Setting.SECRET_FILE, file(new byte[SettingFile.MOST + 1])))
        .contains("longer than");
  }

  @Test
  @Timeout(30)
  @EnabledOnOs(OS.LINUX)
  void aPipeIsReadToItsEndAndNotWaitedForForEver() throws Exception {
    Path pipe = dir.resolve("pipe");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    Process writer = new ProcessBuilder("sh", "-c", "printf %s " + SECRET + " > " + pipe).start();
    assertThat(withFlag(Setting.SECRET_FILE, pipe.toString()).credential()).isPresent();
    writer.waitFor();

    assertThatThrownBy(() -> SettingFile.bytes(pipe.toString(), "it", 100))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("it did not end");
  }

  @Test
  void everyHeaderOfAFileIsTaken() throws Exception {
    String path = file("# gateway\nX-Api-Key: hunter2: #2\r\n\ncookie:a=b; c=d\n".getBytes(UTF_8));

    assertThat(withFlag(Setting.HEADER_FILE, path).client().headers())
        .extracting(SecretHeader::name, header -> header.value().reveal())
        .containsExactly(tuple("x-api-key", "hunter2: #2"), tuple("cookie", "a=b; c=d"));
    assertThat(withFlag(Setting.HEADER_FILE, path).toString()).doesNotContain("hunter2");
  }

  @Test
  void headersCanComeFromAVariableAndAFlagWins() throws Exception {
    Map<String, String> variables = Map.of("LOADTEST_HEADERS", "a: 1\nb: 2");
    String path = file("c: 3".getBytes(UTF_8));

    assertThat(SettingsTest.settings(Map.of(), Map.of(), variables).client().headers()).hasSize(2);
    assertThat(
            SettingsTest.settings(Map.of(Setting.HEADER_FILE, path), Map.of(), variables)
                .client()
                .headers())
        .extracting(SecretHeader::name)
        .containsExactly("c");
  }

  @Test
  void aLineThatIsNoHeaderIsRefusedWithoutBeingRepeated() throws Exception {
    for (String line :
        List.of(
            "hunter2",
            ": hunter2",
            "a b: hunter2",
            "hunter2\u00fc: x",
            "x: hunter2\u00fc",
            "x:",
            "x: ",
            "authorization: hunter2",
            "Content-Length: hunter2",
            "x-trace-id: hunter2",
            "x: a\nX: hunter2",
            "#")) {
      assertThat(refused(Setting.HEADER_FILE, file(line.getBytes(UTF_8))))
          .contains("--header-file");
    }
  }

  @Test
  void aListOfCannedRepliesWithoutAnEntryIsRefused() throws Exception {
    assertThat(refused(Setting.FALLBACK_REPLIES, file(new byte[0]))).contains("is empty");
    assertThat(refused(Setting.FALLBACK_REPLIES, file("\ufeff\n \n".getBytes(UTF_8))))
        .contains("is empty");
    assertThat(refused(Setting.FALLBACK_REPLIES, file("# none\n#\n".getBytes(UTF_8))))
        .contains("has no entry");
  }

  @Test
  void anEntryThatNearlyEveryReplyBeginsWithIsRefused() throws Exception {
    for (String entry : List.of("\u200b", "\u3164 \u2060", "\u200b.\u200b", "我")) {
      assertThat(
              refused(Setting.FALLBACK_REPLIES, file(("Sorry,\n" + entry + "\n").getBytes(UTF_8))))
          .contains("entry 2");
    }
  }

  @Test
  void aListOfCannedRepliesMayBeginWithAByteOrderMark() throws Exception {
    assertThat(
            withFlag(Setting.FALLBACK_REPLIES, file("\ufeffSorry,\n".getBytes(UTF_8)))
                .fallbackReplies())
        .containsExactly("Sorry,");
  }

  @Test
  void doingWithoutCannedRepliesTakesAWord() {
    assertThat(withFlag(Setting.FALLBACK_REPLIES, "none").fallbackReplies()).isEmpty();
  }
}

package chatload.settings;

import static chatload.settings.SettingsTest.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.auth.Credential;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialSettingsTest {
  private static final String SECRET = "a-load-test-secret-of-more-than-32-bytes";
  private static final String OTHER_SECRET = "another-secret-that-has-more-than-32-bytes";
  private static final String TOKEN = "aaa.e30.ccc";

  @TempDir Path dir;

  private String file(String name, String content) throws Exception {
    return Files.writeString(dir.resolve(name), content).toString();
  }

  private static String secretOf(Settings settings) {
    return ((Credential.SigningSecret) settings.credential().orElseThrow()).secret().reveal();
  }

  private static String tokenOf(Settings settings) {
    return ((Credential.ReadyToken) settings.credential().orElseThrow()).token().reveal();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n", "\n\n"})
  void aFileIsReadWithoutItsLastLineEnd(String lineEnd) throws Exception {
    String secret = file("secret", SECRET + lineEnd);
    String token = file("token", TOKEN + lineEnd);

    assertThat(secretOf(settings(Map.of(Setting.SECRET_FILE, secret), Map.of(), Map.of())))
        .isEqualTo(SECRET);
    assertThat(tokenOf(settings(Map.of(), Map.of("jwtTokenFile", token), Map.of())))
        .isEqualTo(TOKEN);
  }

  @Test
  void aSpaceAtTheEndOfASecretBelongsToIt() throws Exception {
    String secret = file("secret", SECRET + " \n");

    assertThat(secretOf(settings(Map.of(Setting.SECRET_FILE, secret), Map.of(), Map.of())))
        .isEqualTo(SECRET + " ");
  }

  @Test
  void theLengthOfASecretIsCountedInBytes() {
    String elevenCharacters = "密".repeat(11);

    assertThat(secretOf(settings(Map.of(), Map.of(), Map.of("AUTH_JWT_SECRET", elevenCharacters))))
        .isEqualTo(elevenCharacters);
  }

  @Test
  void aFlagWinsOverEveryVariable() throws Exception {
    Map<String, String> variables =
        Map.of("LOADTEST_JWT_TOKEN_FILE", file("token", TOKEN), "AUTH_JWT_SECRET", OTHER_SECRET);

    assertThat(secretOf(settings(Map.of(Setting.SECRET, SECRET), Map.of(), variables)))
        .isEqualTo(SECRET);
  }

  @Test
  void aPropertyWinsOverEveryVariable() throws Exception {
    Map<String, String> variables =
        Map.of("LOADTEST_JWT_TOKEN_FILE", file("token", TOKEN), "AUTH_JWT_SECRET", OTHER_SECRET);

    assertThat(
            secretOf(settings(Map.of(), Map.of("secretFile", file("secret", SECRET)), variables)))
        .isEqualTo(SECRET);
  }

  @Test
  void aVariableThatNamesAFileWinsOverAPlainOne() throws Exception {
    Map<String, String> variables =
        Map.of("LOADTEST_JWT_TOKEN_FILE", file("token", TOKEN), "AUTH_JWT_SECRET", SECRET);

    assertThat(tokenOf(settings(Map.of(), Map.of(), variables))).isEqualTo(TOKEN);
  }

  @Test
  void twoOfThemGivenInTheSameWayAreRefused() throws Exception {
    String file = file("any", SECRET);

    assertConflict(
        Map.of(Setting.SECRET, SECRET, Setting.SECRET_FILE, file),
        Map.of(),
        Map.of(),
        "--secret-file and --secret");
    assertConflict(
        Map.of(),
        Map.of("secretFile", file, "jwtTokenFile", file),
        Map.of(),
        "-DjwtTokenFile and -DsecretFile");
    assertConflict(
        Map.of(),
        Map.of(),
        Map.of("LOADTEST_SECRET_FILE", file, "LOADTEST_JWT_TOKEN_FILE", file),
        "LOADTEST_JWT_TOKEN_FILE and LOADTEST_SECRET_FILE");
    assertConflict(
        Map.of(),
        Map.of(),
        Map.of("AUTH_JWT_SECRET", SECRET, "AUTH_JWT_TOKEN", TOKEN),
        "AUTH_JWT_SECRET and AUTH_JWT_TOKEN");
  }

  private static void assertConflict(
      Map<Setting, String> flags,
      Map<String, String> properties,
      Map<String, String> variables,
      String both) {
    assertThatThrownBy(() -> settings(flags, properties, variables))
        .hasMessageContaining(both)
        .hasMessageNotContaining(SECRET)
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @Test
  void aFileWithoutAnythingInItIsRefused() throws Exception {
    String empty = file("empty", " \n\n");

    assertThatThrownBy(() -> settings(Map.of(Setting.SECRET_FILE, empty), Map.of(), Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--secret-file names is empty");
  }

  @Test
  void aFileThatIsNotTextIsRefused() throws Exception {
    Path utf16 = Files.write(dir.resolve("utf16"), SECRET.getBytes("UTF-16"));

    assertThatThrownBy(
            () -> settings(Map.of(Setting.SECRET_FILE, utf16.toString()), Map.of(), Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--secret-file names is UTF-16");
  }
}

package chatload.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.tool.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Java made of the bytes in an ASCII locale, and the bytes as {@code /proc} has them. */
class ProcessTextTest {

  private static final byte[] NO_UTF8 = {'a', (byte) 0xfc, (byte) 0xed, (byte) 0xa0};

  @TempDir private Path proc;

  private final Properties properties = new Properties();

  private void write(String file, byte[]... words) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] word : words) {
      bytes.write(word);
      bytes.write(0);
    }
    Path path = proc.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes.toByteArray());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private ProcessText inAscii() {
    return new ProcessText(proc, "ANSI_X3.4-1968");
  }

  @Test
  void argumentsAreReadAgainAsUtf8() throws IOException {
    write("self/cmdline", utf8("java"), utf8("-jar"), utf8("x"), utf8("--message"), utf8("你好 ü"));

    assertThat(inAscii().arguments(new String[] {"--message", "\ufffd\ufffd \ufffd"}))
        .containsExactly("--message", "你好 ü");
  }

  @Test
  void anArgumentThatIsNotUtf8IsRefused() throws IOException {
    write("self/cmdline", utf8("java"), utf8("--message"), NO_UTF8);

    assertThatThrownBy(() -> inAscii().arguments(new String[] {"--message", "a???"}))
        .isInstanceOf(UserError.class)
        .hasMessage("argument 2 of the command line is not UTF-8 text");
  }

  @Test
  void withoutTheBytesAnArgumentIsTakenOnlyIfNothingCanBeLost() {
    ProcessText utf8 = new ProcessText(proc, "UTF-8");

    assertThat(utf8.arguments(new String[] {"你好?"})).containsExactly("你好?");
    assertThat(inAscii().arguments(new String[] {"hello"})).containsExactly("hello");
    assertThatThrownBy(() -> inAscii().arguments(new String[] {"??"}))
        .isInstanceOf(UserError.class)
        .satisfies(e -> assertThat(((UserError) e).hint()).contains("LC_ALL=C.UTF-8"));
    assertThatThrownBy(() -> utf8.arguments(new String[] {"a\ufffd"}))
        .isInstanceOf(UserError.class);
  }

  @Test
  void variablesOfSettingsAreReadAgainAsUtf8() throws IOException {
    write("self/environ", utf8("LOADTEST_TENANT_ID=租户=1"), utf8("OTHER=x"));

    assertThat(
            inAscii().environment(Map.of("LOADTEST_TENANT_ID", "??=1", "OTHER", "?", "HOME", "h")))
        .containsEntry("LOADTEST_TENANT_ID", "租户=1")
        .containsEntry("OTHER", "?")
        .containsEntry("HOME", "h");
  }

  @Test
  void aVariableThatIsNotUtf8IsRefusedByName() throws IOException {
    write("self/environ", utf8("OTHER=x"), concat("AUTH_JWT_SECRET=", NO_UTF8));

    assertThatThrownBy(() -> inAscii().environment(Map.of("AUTH_JWT_SECRET", "a?")))
        .isInstanceOf(UserError.class)
        .hasMessage("AUTH_JWT_SECRET is not UTF-8 text");
  }

  @Test
  void aPropertyIsReadFromTheCommandLineOfMaven() throws IOException {
    write("parent/cmdline", utf8("java"), utf8("-Dmessage=你好"), utf8("gatling:test"));
    write("self/cmdline", utf8("java"), utf8("-Dmessage=??"), utf8("Gatling"));
    properties.put("message", "??");
    properties.put("tenantId", "plain");

    assertThat(inAscii().properties(properties))
        .containsEntry("message", "你好")
        .containsEntry("tenantId", "plain");
  }

  @Test
  void aPropertyOfThisProcessItselfIsReadAgainAsUtf8() throws IOException {
    write("parent/cmdline", utf8("sh"));
    write("self/cmdline", utf8("java"), utf8("-Dmessage=ü?"), utf8("Gatling"));
    properties.put("message", "\ufffd\ufffd?");

    assertThat(inAscii().properties(properties)).containsEntry("message", "ü?");
  }

  @Test
  void aQuestionMarkThatWasAskedIsKept() throws IOException {
    write("parent/cmdline", utf8("java"), utf8("-Dmessage=Why?"));
    properties.put("message", "Why?");

    assertThat(inAscii().properties(properties)).containsEntry("message", "Why?");
    assertThat(new ProcessText(proc, "UTF-8").properties(properties))
        .containsEntry("message", "Why?");
  }

  @Test
  void aPropertyWhoseBytesAreNowhereIsRefused() throws IOException {
    write("parent/cmdline", utf8("mvnd"));
    properties.put("message", "??");

    assertThatThrownBy(() -> inAscii().properties(properties))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("-Dmessage");
  }

  private static byte[] concat(String start, byte[] end) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(utf8(start));
    bytes.write(end);
    return bytes.toByteArray();
  }
}

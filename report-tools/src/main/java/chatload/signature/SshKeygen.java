package chatload.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatload.text.VisibleText;
import chatload.tool.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** One call of {@code ssh-keygen -Y}. It asks for a passphrase on the terminal if there is one. */
final class SshKeygen {

  private static final int LONGEST_WORDS = 300;

  private SshKeygen() {}

  /**
   * What came of it.
   *
   * @param isDone whether it did what it was asked to
   * @param output all that it wrote, as untrusted as the files that it read
   */
  record Ended(boolean isDone, String output) {

    /** For people. */
    String words() {
      return VisibleText.of(output.strip(), LONGEST_WORDS);
    }
  }

  /**
   * Runs it to its end.
   *
   * @param input for its standard input
   * @param arguments after {@code ssh-keygen -Y}
   * @throws UserError if there is no such program
   */
  static Ended run(byte[] input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("ssh-keygen", "-Y"));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw unusable(e);
    }
    String unread = write(process, input);
    try (InputStream from = process.getInputStream()) {
      String output = new String(from.readAllBytes(), UTF_8) + unread;
      return new Ended(process.waitFor() == 0 && unread.isEmpty(), output);
    } catch (IOException e) {
      throw unusable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unusable(e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Why it did not read everything, which it mostly says better itself; empty if it did. */
  private static String write(Process process, byte[] input) {
    try (OutputStream to = process.getOutputStream()) {
      to.write(input);
      return "";
    } catch (IOException e) {
      return " (" + e.getMessage() + ")";
    }
  }

  private static UserError unusable(Exception e) {
    UserError error =
        UserError.input(
            "ssh-keygen can't be used: " + e.getMessage(),
            "Install OpenSSH 8.2 or later; machines with Git mostly have it.");
    error.initCause(e);
    return error;
  }
}

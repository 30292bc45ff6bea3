package chatload.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** Who sits in front of this: what git knows, or else the operating system. */
public final class ReviewerName {

  private static final long PATIENCE_SECONDS = 5;

  private ReviewerName() {}

  /** Empty if nobody knows. */
  public static String find(Map<String, String> environment, Properties properties) {
    String git = environment.getOrDefault("GIT_AUTHOR_NAME", "").strip();
    if (git.isEmpty()) {
      git = fromGit();
    }
    return git.isEmpty() ? properties.getProperty("user.name", "").strip() : git;
  }

  private static String fromGit() {
    try {
      Process process =
          new ProcessBuilder("git", "config", "--get", "user.name")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      // A name fits into the pipe; whoever prints more is not git and waits for its end here.
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "";
      }
      InputStream said = process.getInputStream();
      String name = new String(said.readNBytes(said.available()), StandardCharsets.UTF_8);
      return process.exitValue() == 0 ? name.strip() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}

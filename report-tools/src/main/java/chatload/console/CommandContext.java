package chatload.console;

import chatload.launch.Home;
import chatload.tool.UserError;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a command sees of the world.
 *
 * <p>Whatever is printed to {@code out} and {@code err} is made harmless, see {@link Console}.
 *
 * @param out results
 * @param err progress, warnings and errors
 * @param environment variables
 * @param properties system properties
 * @param terminal whether {@code out} and {@code err} are a terminal
 * @param clock for names and tokens
 */
public record CommandContext(
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    Properties properties,
    boolean terminal,
    Clock clock) {

  public CommandContext {
    out = Console.of(out, environment);
    err = Console.of(err, environment);
  }

  /** As {@code out}, for texts with our own colours, cursor movements and line ends. */
  public PrintWriter styledOut() {
    return ((Console) out).unfiltered();
  }

  /** As {@code err}, for texts with our own colours, cursor movements and line ends. */
  public PrintWriter styledErr() {
    return ((Console) err).unfiltered();
  }

  /** Where commands to GitHub Actions go; empty anywhere else. */
  public Optional<GithubOutput> github() {
    return styledOut() instanceof GithubOutput output ? Optional.of(output) : Optional.empty();
  }

  /** Whether to colour what is printed (https://no-color.org). */
  public boolean colour() {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** Width of the terminal, characters; 0 if there is none, 80 if nobody knows. */
  public int columns() {
    if (!terminal) {
      return 0;
    }
    String given = properties.getProperty("loadtest.columns", "");
    return given.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(given) : 80;
  }

  /** Says what went wrong and what to do. */
  public void print(UserError error) {
    err.println("loadtest: " + error.getMessage());
    err.println("  " + error.hint());
  }

  public Home home() {
    return new Home(Path.of(properties.getProperty(Home.PROPERTY, "")).toAbsolutePath());
  }
}

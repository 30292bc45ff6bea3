package chatload.cli;

import chatload.launch.Home;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;

/**
 * What a command sees of the world.
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

  /** Whether to colour what is printed (https://no-color.org). */
  boolean colour() {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  Home home() {
    return new Home(Path.of(properties.getProperty(Home.PROPERTY, "")).toAbsolutePath());
  }
}

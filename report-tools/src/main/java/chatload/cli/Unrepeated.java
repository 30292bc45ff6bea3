package chatload.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Takes the values of a command line out of an error about it: a secret that was given to the wrong
 * option must not be repeated. Left in are names of files that exist, or could be made where they
 * are said to be, and URLs without a query.
 */
public final class Unrepeated {

  private static final String SIGN = "(the value given)";

  /** Shorter ones are found in other words. */
  private static final int SHORTEST = 6;

  /** Anything else that begins like one can be a value, too. */
  private static final Pattern OPTION = Pattern.compile("--?[a-z]+(-[a-z]+)*(=.*)?");

  private final List<String> values;

  /**
   * @param args the command line
   */
  public Unrepeated(String... args) {
    values =
        Stream.of(args)
            .flatMap(Unrepeated::values)
            .filter(value -> value.length() >= SHORTEST)
            .filter(value -> !isHarmless(value))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  private static Stream<String> values(String word) {
    int equals = word.indexOf('=');
    boolean option = word.startsWith("--");
    return option && equals < 0
        ? Stream.of()
        : option ? Stream.of(word.substring(equals + 1)) : Stream.of(word);
  }

  private static boolean isHarmless(String value) {
    if (value.matches("https?://[^?@]*|[a-z]+")) {
      return true;
    }
    try {
      Path path = Path.of(value);
      return Files.exists(path) || path.getParent() != null && Files.isDirectory(path.getParent());
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** What is wrong with the command line: names of options, never values. */
  public String of(ParameterException error) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      return "unknown: "
          + unmatched.getUnmatched().stream()
              .map(
                  word ->
                      OPTION.matcher(word).matches() ? word.replaceFirst("=.*", "") : "(a value)")
              .collect(Collectors.joining(" "));
    }
    if (error.getArgSpec() instanceof OptionSpec option
        && error.getValue() != null
        && error.getMessage().contains(error.getValue())) {
      return option.longestName() + " has a value that can't be used: " + option.paramLabel();
    }
    return of(error.getMessage().lines().findFirst().orElse("unusable arguments"));
  }

  /** An error's words without the values. */
  public String of(String text) {
    String clean = text;
    for (String value : values) {
      clean = clean.replace(value, SIGN);
    }
    return clean;
  }
}

package chatload.tool;

import chatload.text.Spelling;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Takes the values of a command line out of an error about it: a secret that was given to the wrong
 * option must not be repeated. Left in are names of files that exist, or could be made where they
 * are said to be, and URLs without a query.
 */
public final class ArgumentRedaction {

  private static final String SIGN = "(the value given)";

  /** Shorter ones are found in other words. */
  private static final int SHORTEST = 6;

  /** Anything else that begins like one can be a value, too. */
  private static final Pattern OPTION = Pattern.compile("--?[a-z]+(-[a-z]+)*(=.*)?");

  private final List<String> values;

  /**
   * @param args the command line
   */
  public ArgumentRedaction(String... args) {
    values =
        Stream.of(args)
            .flatMap(ArgumentRedaction::values)
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

  /** What is wrong with the command line: names of options and commands, never values. */
  public String of(ParameterException error) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched);
    }
    if (error.getArgSpec() instanceof OptionSpec option
        && error.getValue() != null
        && error.getMessage().contains(error.getValue())) {
      return option.longestName() + " has a value that can't be used: " + option.paramLabel();
    }
    return of(error.getMessage().lines().findFirst().orElse("unusable arguments"));
  }

  /** A mistyped command is named, for it differs little from one that everybody knows. */
  private static String unknown(UnmatchedArgumentException error) {
    String word = error.getUnmatched().get(0);
    if (OPTION.matcher(word).matches()) {
      return "unknown option " + name(word);
    }
    boolean command = !commands(error).isEmpty();
    return command && !suggestions(error).isEmpty()
        ? "unknown command " + word
        : (command ? "unknown command" : "unexpected argument")
            + ", not shown here because it could be a secret";
  }

  /** What was probably meant in place of something unknown; usually one, often none. */
  public static List<String> suggestions(ParameterException error) {
    if (!(error instanceof UnmatchedArgumentException unmatched)) {
      return List.of();
    }
    String word = unmatched.getUnmatched().get(0);
    if (!OPTION.matcher(word).matches()) {
      return Spelling.near(word, commands(error));
    }
    List<String> options =
        error.getCommandLine().getCommandSpec().options().stream()
            .filter(option -> !option.hidden())
            .map(OptionSpec::longestName)
            .toList();
    return Spelling.near(name(word), options);
  }

  private static Set<String> commands(ParameterException error) {
    return error.getCommandLine().getSubcommands().keySet();
  }

  private static String name(String option) {
    return option.replaceFirst("=.*", "");
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

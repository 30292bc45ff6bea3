import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Runs the {@code run:} steps of action.yml as GitHub's runner does: in bash with its flags, with the inputs and their
 * defaults, and with files in the place of GITHUB_OUTPUT and GITHUB_STEP_SUMMARY. What needs GitHub (uses) is left out.
 *
 * <p>{@code java -cp target/loadtest.jar .ci/Action.java DIR NAME=VALUE…} leaves the outputs of the action in DIR/outputs
 * and the summary in DIR/summary.md, and ends as the action does.
 */
final class Action {

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *([a-z_.-]+) *}}");

  private final Map<String, String> values = new LinkedHashMap<>();

  private Action() {}

  public static void main(String[] args) throws Exception {
    Action action = new Action();
    action.values.put("github.action_path", Path.of("").toAbsolutePath().toString());
    for (int i = 1; i < args.length; i++) {
      String[] input = args[i].split("=", 2);
      action.values.put("inputs." + input[0], input[1]);
    }
    System.exit(action.run(Path.of(args[0])));
  }

  private int run(Path directory) throws Exception {
    Map<?, ?> file =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(Path.of("action.yml")));
    for (Map.Entry<?, ?> input : map(file, "inputs").entrySet()) {
      values.putIfAbsent("inputs." + input.getKey(), String.valueOf(((Map<?, ?>) input.getValue()).get("default")));
    }
    int code = 0;
    for (Object one : (Collection<?>) map(file, "runs").get("steps")) {
      Map<?, ?> step = (Map<?, ?>) one;
      if (step.containsKey("run") && code == 0) {
        code = run(step, directory);
      }
    }
    List<String> outputs = new ArrayList<>();
    for (Map.Entry<?, ?> output : map(file, "outputs").entrySet()) {
      outputs.add(output.getKey() + "=" + filledIn(((Map<?, ?>) output.getValue()).get("value")));
    }
    Files.write(directory.resolve("outputs"), outputs);
    return code;
  }

  private int run(Map<?, ?> step, Path directory) throws Exception {
    Path script = Files.writeString(directory.resolve("step.sh"), (String) step.get("run"));
    Path output = Files.writeString(directory.resolve("step.output"), "");
    ProcessBuilder bash =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString()).inheritIO();
    bash.redirectInput(new File("/dev/null"));
    bash.environment().put("GITHUB_ACTIONS", "true");
    bash.environment().put("GITHUB_OUTPUT", output.toString());
    bash.environment().put("GITHUB_STEP_SUMMARY", directory.resolve("summary.md").toString());
    for (Map.Entry<?, ?> variable : map(step, "env").entrySet()) {
      bash.environment().put((String) variable.getKey(), filledIn(variable.getValue()));
    }
    int code = bash.start().waitFor();
    for (String line : Files.readAllLines(output)) {
      String[] words = line.split("=", 2);
      values.put("steps." + step.get("id") + ".outputs." + words[0], words[1]);
    }
    return code;
  }

  /** What is not known is empty, as it is there. */
  private String filledIn(Object text) {
    return EXPRESSION
        .matcher(String.valueOf(text))
        .replaceAll(at -> Matcher.quoteReplacement(values.getOrDefault(at.group(1), "")));
  }

  private static Map<?, ?> map(Map<?, ?> of, String key) {
    return of.get(key) == null ? Map.of() : (Map<?, ?>) of.get(key);
  }
}

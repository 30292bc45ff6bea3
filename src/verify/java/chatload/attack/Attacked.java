package chatload.attack;

import chatload.attack.Attack.Expectation;
import chatload.fuzz.Harmless;
import chatload.tool.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An attack that was made, and what the tool did: the closing script as it was, verify, report,
 * prepare, the closing script as it is then. Keeps what was wrong with that.
 */
final class Attacked {

  private static final List<String> READERS =
      List.of("verify", "report", "review", "prepare", "finalize");

  private final Attack attack;
  private final Directory copy;
  private final Directory outside;
  private final FakeGh gh;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Integer> codes = new TreeMap<>();

  private Attacked(Attack attack, Path root) throws IOException {
    this.attack = attack;
    this.outside = new Directory(Files.createDirectories(root.resolve("outside")));
    this.gh = new FakeGh(root.resolve("bin"));
    outside.write("x.sh", "somebody's own\n");
    this.copy = attack.of().get().directory().copyTo(root.resolve("report"));
  }

  /** Makes the attack in a directory of its own, which is deleted if all went well. */
  static Attacked make(Attack attack, Path root) {
    try {
      Attacked attacked = new Attacked(attack, root);
      attacked.run();
      if (attacked.faults.isEmpty()) {
        new Directory(root).delete();
      }
      return attacked;
    } catch (Exception e) {
      throw new AssertionError(attack.name(), e);
    }
  }

  /** What is wrong; empty if the tool stood it. */
  List<String> faults() {
    return faults;
  }

  @Override
  public String toString() {
    return attack.name() + " " + codes + " " + faults;
  }

  private void run() throws Exception {
    attack.deed().on(copy, outside.root());
    Map<String, String> before = outside.snapshot();
    Expectation expectation = attack.expectation();
    script("as it was", expectation.closesAsItWas());
    for (String command : READERS) {
      if (codes.containsValue(Ended.HUNG)) {
        return; // whatever waits there waits for ever
      }
      read(command, options(command));
    }
    if (codes.get("verify") == 0 && expectation.isFound()) {
      faults.add("verify finds nothing");
    }
    boolean refused = codes.get("prepare") == ExitCode.UNUSABLE_INPUT.code(); // and writes nothing
    script("composed anew", refused ? expectation.closesAsItWas() : expectation.closesAnew());
    if (!outside.snapshot().equals(before)) {
      faults.add("something outside was changed: " + outside.snapshot().keySet());
    }
  }

  /** Whoever made the attack signs it off, too, where nobody has. */
  private String[] options(String command) {
    if (command.equals("prepare") || command.equals("finalize")) {
      return new String[] {"--repo", Job.REPO};
    }
    boolean signs = command.equals("review") && !Files.exists(copy.file("review.json"));
    return signs
        ? new String[] {"--reviewer", "Mallory", "--tuning", "none needed"}
        : new String[0];
  }

  private void script(String which, boolean mayClose) {
    if (!Files.isRegularFile(copy.script())) {
      return;
    }
    int before = gh.calls().size();
    Ended ended = gh.close(copy.script());
    codes.put("script " + which, ended.code());
    if (ended.code() == Ended.HUNG) {
      faults.add("the script hangs, " + which);
    }
    if (!mayClose && gh.calls().size() > before) {
      faults.add("the script closes, " + which + ": " + gh.calls());
    }
  }

  private void read(String command, String... more) {
    Ended ended = Tool.reading(copy, command, more);
    codes.put(command, ended.code());
    switch (ended.code()) {
      case 0, 3, 4, 5 -> {
        // what the documentation knows
      }
      case Ended.HUNG -> faults.add(command + " hangs");
      default -> faults.add(command + " ended with " + ended);
    }
    try {
      Harmless.require(ended.output());
    } catch (AssertionError e) {
      faults.add(command + ": " + e.getMessage());
    }
  }
}

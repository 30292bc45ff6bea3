package chatload.attack;

import chatload.attack.Attack.Expectation;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Names and paths in a directory that lead elsewhere, or into the terminal. */
final class ForgedPaths {

  private static final String OPTIONS = "ISSUE-26-CLOSURE.json";

  private ForgedPaths() {}

  static List<Attack> all() {
    List<Attack> attacks = new ArrayList<>();
    attacks.addAll(placesOfDocuments());
    attacks.addAll(linksInTheWay());
    attacks.addAll(names());
    return attacks;
  }

  /** The closing options say where documents are written. */
  private static List<Attack> placesOfDocuments() {
    List<Attack> attacks = new ArrayList<>();
    for (String path :
        List.of("../outside/x.sh", "../outside/new.sh", "logs/../../outside/x.sh", "ABSOLUTE")) {
      for (String field : List.of("closure", "comment", "commands", "steps")) {
        attacks.add(
            new Attack(
                field + " at " + path,
                Job.PASS,
                (copy, outside) -> {
                  String place =
                      path.equals("ABSOLUTE") ? outside.resolve("x.sh").toString() : path;
                  copy.write(
                      OPTIONS,
                      copy.read(OPTIONS)
                          .replaceAll(
                              "\"" + field + "\" : [^,\n]+",
                              "\"" + field + "\" : \"" + place + "\""));
                },
                Expectation.OUTSIDE_THE_SCRIPT));
      }
    }
    for (String evidence : List.of("..", "../..", "../outside", "$(touch x)", "`id`", "-e")) {
      attacks.add(
          new Attack(
              "evidence at " + evidence,
              Job.PASS,
              (copy, outside) ->
                  copy.replace(
                      OPTIONS, "\"evidence\" : \"\"", "\"evidence\" : \"" + evidence + "\""),
              Expectation.OUTSIDE_THE_SCRIPT));
    }
    return attacks;
  }

  /** Where a writer would make its temporary file, before it renames it. */
  private static List<Attack> linksInTheWay() {
    List<Attack> attacks = new ArrayList<>();
    for (String name : Job.PASS.get().directory().names()) {
      boolean written = !name.contains("/") && !name.equals(".lock");
      if (!written) {
        continue;
      }
      for (String target : List.of("x.sh", "new.sh")) {
        attacks.add(
            new Attack(
                "." + name + ".tmp is a link to " + target,
                Job.PASS,
                (copy, outside) ->
                    Files.createSymbolicLink(
                        copy.file("." + name + ".tmp"), outside.resolve(target)),
                Expectation.HARMLESS));
      }
    }
    attacks.add(
        new Attack(
            "the lock is a link",
            Job.PASS,
            (copy, outside) -> {
              copy.delete(".lock");
              Files.createSymbolicLink(copy.file(".lock"), outside.resolve("new.sh"));
            },
            Expectation.HARMLESS));
    return attacks;
  }

  /** What a terminal would obey, where names and texts are shown. */
  private static List<Attack> names() {
    List<Attack> attacks = new ArrayList<>();
    String escape = "\u001b]0;owned\u0007\u001b[2J\u202e";
    for (String name :
        List.of(
            "gatling/" + escape + "/simulation.log",
            "gatling/stresssimulation-1" + escape + "/simulation.log",
            "raw/" + escape,
            "raw/a\nb",
            escape + "-summary.json",
            "ISSUE-26-" + escape + ".md")) {
      attacks.add(
          new Attack(
              "a name with escapes: " + name.replaceAll("[^ -~]", "?"),
              Job.PASS,
              (copy, outside) -> copy.write(name, "x\n"),
              name.startsWith("ISSUE") ? Expectation.OUTSIDE_THE_SCRIPT : Expectation.ADDED));
    }
    String json = "\\u001b]0;owned\\u0007\\u001b[2J\\u202e\\u009b31m";
    attacks.add(text("preflight.json", "\"health\"", "\"" + json + "\"", Expectation.NEVER_CLOSES));
    attacks.add(text("manifest.json", "raw/run-id", "raw/" + json, Expectation.NEVER_CLOSES));
    attacks.add(text("raw/job.json", "t-loadtest", json, Expectation.NEVER_CLOSES));
    attacks.add(text("raw/stress-run.json", "t-loadtest", json, Expectation.NEVER_CLOSES));
    attacks.add(text("raw/stress-chats.jsonl", "scenario-stress", json, Expectation.NEVER_CLOSES));
    attacks.add(text("review.json", "Li Lei", json, Expectation.CLOSES_WHEN_PREPARED));
    attacks.add(text("review.json", "none needed", json, Expectation.CLOSES_WHEN_PREPARED));
    attacks.add(text("review.json", "Li Lei", "\\u200b\\u2800\\u3164", Expectation.NEVER_CLOSES));
    attacks.add(text("review.json", "none needed", "\\u200b", Expectation.NEVER_CLOSES));
    attacks.add(text("review.json", "none needed", ".", Expectation.NEVER_CLOSES));
    attacks.add(text(OPTIONS, "octo/chat", "o/c" + json, Expectation.OUTSIDE_THE_SCRIPT));
    attacks.add(text(OPTIONS, "octo/chat", "evil/x --web", Expectation.OUTSIDE_THE_SCRIPT));
    attacks.add(text(OPTIONS, "octo/chat", "evil/other", Expectation.OUTSIDE_THE_SCRIPT));
    attacks.add(text(OPTIONS, "\"epic\" : 7", "\"epic\" : 8", Expectation.OUTSIDE_THE_SCRIPT));
    return attacks;
  }

  private static Attack text(String name, String what, String by, Expectation expectation) {
    return new Attack(
        name + " says " + by + " for " + what,
        Job.PASS,
        (copy, outside) -> copy.replace(name, what, by),
        expectation);
  }
}

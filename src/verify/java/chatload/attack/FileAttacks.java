package chatload.attack;

import chatload.attack.Attack.Expectation;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Every damage to every file of a report directory, and files that were not there. */
final class FileAttacks {

  /**
   * Copies of Gatling's own, a hundred of them, and what there is of each scenario: of these each
   * file gets one kind of damage, in turn, but for stress, where it gets all.
   */
  private static final String ASSETS =
      "gatling/[^/]+/((js|style)/(?!stats).*|(req|group)_.*)|(.*/)?(smoke|baseline).*";

  private FileAttacks() {}

  static List<Attack> damages() {
    List<Attack> attacks = new ArrayList<>();
    int assets = 0;
    Directory directory = Job.PASS.get().directory();
    for (String name : directory.names()) {
      if (name.matches(ASSETS)) {
        attacks.add(damage(Damage.values()[assets++ % Damage.values().length], name));
        continue;
      }
      for (Damage damage : Damage.values()) {
        if (!damage.isNothing(directory, name)) {
          attacks.add(damage(damage, name));
        }
      }
    }
    return attacks;
  }

  private static Attack damage(Damage damage, String name) {
    return new Attack(
        damage + " " + name,
        Job.PASS,
        (copy, outside) -> damage.on(copy.file(name), outside),
        expectation(damage, name));
  }

  private static Expectation expectation(Damage damage, String name) {
    if (name.equals(".lock")) {
      return Expectation.HARMLESS; // means nothing when nobody holds it
    }
    if (name.equals(Directory.SCRIPT)
        || name.matches("ISSUE-26-(CLOSURE\\.json|FINAL-STEPS\\.md)")) {
      return Expectation.OUTSIDE_THE_SCRIPT; // the script can't vouch for itself
    }
    boolean saysTheSame = damage == Damage.CRLF && name.equals("manifest.json");
    boolean isMadeAgain = damage == Damage.DELETED && name.endsWith("js/stats.json");
    boolean evidence = name.matches("(raw|gatling|logs)/.*|manifest\\.json|preflight\\.json");
    return evidence && !saysTheSame && !isMadeAgain
        ? Expectation.NEVER_CLOSES
        : Expectation.CLOSES_WHEN_PREPARED;
  }

  /** Files and more that nobody of ours put there. */
  static List<Attack> additions() {
    List<Attack> attacks = new ArrayList<>();
    String run = gatlingRun();
    for (String name :
        List.of(
            "raw/extra-chats.jsonl",
            "raw/notes.txt",
            "raw/below/notes.txt",
            "gatling/notes.txt",
            "gatling/stresssimulation-29991231000000000/simulation.log",
            run + "/js/more.js",
            run + "/below/notes.txt",
            "logs/more.log",
            "preflight-until-later.json")) {
      attacks.add(addition(name, Expectation.ADDED));
    }
    for (String name : List.of("soak-summary.json", "OVERVIEW.pdf.html", "soak-report.md")) {
      attacks.add(addition(name, Expectation.ADDED));
    }
    for (String name : List.of("notes.txt", ".DS_Store", "raw/.DS_Store", "logs/Thumbs.db")) {
      attacks.add(addition(name, Expectation.HARMLESS));
    }
    attacks.add(
        new Attack(
            "a link beside the evidence",
            Job.PASS,
            (copy, outside) ->
                Files.createSymbolicLink(copy.file("foreign"), outside.resolve("x.sh")),
            Expectation.ADDED));
    for (String name : List.of("raw", "gatling", "logs", run)) {
      attacks.add(
          new Attack(
              "a link in " + name,
              Job.PASS,
              (copy, outside) ->
                  Files.createSymbolicLink(copy.file(name + "/link"), outside.resolve("x.sh")),
              Expectation.ADDED));
      attacks.add(
          new Attack(
              name + " is a link",
              Job.PASS,
              (copy, outside) -> {
                Files.move(copy.file(name), outside.resolve("moved"));
                Files.createSymbolicLink(copy.file(name), outside.resolve("moved"));
              },
              Expectation.NEVER_CLOSES));
      attacks.add(
          new Attack(
              name + " is gone",
              Job.PASS,
              (copy, outside) -> copy.delete(name),
              Expectation.NEVER_CLOSES));
    }
    return attacks;
  }

  private static Attack addition(String name, Expectation expectation) {
    return new Attack(
        "new file " + name, Job.PASS, (copy, outside) -> copy.write(name, "new\n"), expectation);
  }

  static String gatlingRun() {
    return Job.PASS.get().directory().names().stream()
        .filter(name -> name.matches("gatling/stress[^/]*/simulation\\.log"))
        .map(name -> name.substring(0, name.lastIndexOf('/')))
        .findFirst()
        .orElseThrow();
  }
}

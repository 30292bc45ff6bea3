package chatload.attack;

import chatload.attack.Attack.Deed;
import chatload.attack.Attack.Expectation;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Evidence that somebody rewrites, and a seal that is to be made anew over it. */
final class ForgedEvidence {

  private static final List<String> SCENARIOS = List.of("smoke", "baseline", "stress");

  private ForgedEvidence() {}

  /**
   * Everything that could make a FAIL or INCONCLUSIVE job a PASS, each with every way to reseal.
   */
  static List<Attack> all() {
    List<Attack> attacks = new ArrayList<>();
    forgeries()
        .forEach(
            (name, forgery) ->
                RESEALING.forEach(
                    (how, reseal) ->
                        attacks.add(
                            new Attack(
                                name + ", " + how,
                                forgery.of(),
                                (copy, outside) -> {
                                  forgery.deed().on(copy, outside);
                                  reseal.on(copy, outside);
                                },
                                Expectation.NEVER_CLOSES))));
    return attacks;
  }

  private record Forgery(Job of, Deed deed) {}

  /** From a seal that is left as it was to a directory as after a kill at the end of the load. */
  private static final Map<String, Deed> RESEALING = new LinkedHashMap<>();

  static {
    RESEALING.put("seal kept", (copy, outside) -> {});
    RESEALING.put("seal gone", (copy, outside) -> copy.delete("manifest.json"));
    RESEALING.put(
        "seal and summaries gone",
        (copy, outside) -> {
          copy.delete("manifest.json");
          SCENARIOS.forEach(scenario -> copy.delete(scenario + "-summary.json"));
        });
    RESEALING.put(
        "seal, summaries and gatling gone",
        (copy, outside) -> {
          copy.delete("manifest.json");
          SCENARIOS.forEach(scenario -> copy.delete(scenario + "-summary.json"));
          copy.delete("gatling");
        });
    RESEALING.put(
        "all documents but stats.json gone",
        (copy, outside) -> {
          documents(copy).forEach(copy::delete);
        });
    RESEALING.put("nothing left but what the load wrote", (copy, outside) -> toBare(copy));
  }

  private static Map<String, Forgery> forgeries() {
    Map<String, Forgery> all = new LinkedHashMap<>();
    all.put("every failure is OK", new Forgery(Job.TRICKS, (c, o) -> makeOk(c)));
    all.put(
        "the run has the limits that it meets",
        new Forgery(Job.TRICKS, (c, o) -> lower(c, "minSuccessRate", "0.01")));
    all.put(
        "only what was OK was planned",
        new Forgery(Job.TRICKS, (c, o) -> SCENARIOS.forEach(s -> keepOk(c, s))));
    all.put(
        "no plan, so nothing was planned",
        new Forgery(Job.TRICKS, (c, o) -> c.delete("raw/job.json")));
    all.put(
        "an instant service, as version 0.1 would have it",
        new Forgery(Job.INSTANT, (c, o) -> makeOld(c)));
    all.put(
        "an instant service without its plan",
        new Forgery(Job.INSTANT, (c, o) -> c.delete("raw/job.json")));
    all.put(
        "times a hundred times as short",
        new Forgery(Job.PASS, (c, o) -> SCENARIOS.forEach(s -> shorten(c, s))));
    all.put("stress of another job", new Forgery(Job.PASS, (c, o) -> graft(c, false)));
    all.put(
        "stress of another job under this one's id",
        new Forgery(Job.PASS, (c, o) -> graft(c, true)));
    all.put("smoke and stress swapped", new Forgery(Job.PASS, (c, o) -> swap(c)));
    all.put(
        "stress of two months before",
        new Forgery(
            Job.PASS,
            (c, o) -> {
              String month =
                  c.json("raw/stress-run.json").path("startedAt").asText().substring(0, 7);
              c.replace("raw/stress-run.json", month, "2020-02");
              c.replace("raw/stress-chats.jsonl", month, "2020-02");
            }));
    all.put(
        "stress with another version",
        new Forgery(
            Job.PASS,
            (c, o) ->
                c.replace(
                    "raw/stress-run.json",
                    "\"chatload\" : \"" + version(c) + "\"",
                    "\"chatload\" : \"9.9.9\"")));
    all.put(
        "stress by another tenant",
        new Forgery(
            Job.PASS, (c, o) -> c.replace("raw/stress-run.json", "t-loadtest", "t-elsewhere")));
    all.put(
        "another message was planned",
        new Forgery(Job.PASS, (c, o) -> c.replace("raw/job.json", "我偏好高铁", "hello")));
    all.put(
        "another target was planned",
        new Forgery(Job.PASS, (c, o) -> c.replace("raw/job.json", "127.0.0.1", "127.0.0.2")));
    all.put(
        "fewer chats were planned",
        new Forgery(
            Job.PASS,
            (c, o) -> c.replace("raw/job.json", "\"requests\" : 300", "\"requests\" : 299")));
    all.put(
        "no canned reply was looked for",
        new Forgery(
            Job.PASS,
            (c, o) -> SCENARIOS.forEach(s -> c.replace("raw/" + s + "-run.json", "当前模型", "x"))));
    all.put(
        "a plan that is no JSON", new Forgery(Job.PASS, (c, o) -> c.write("raw/job.json", "{")));
    all.put(
        "a record twice",
        new Forgery(
            Job.PASS,
            (c, o) -> {
              String text = c.read("raw/stress-chats.jsonl");
              c.write("raw/stress-chats.jsonl", text + text.substring(0, text.indexOf('\n') + 1));
            }));
    all.put(
        "no log of Gatling",
        new Forgery(Job.PASS, (c, o) -> c.delete(FileAttacks.gatlingRun() + "/simulation.log")));
    all.put(
        "ten million chats",
        new Forgery(
            Job.PASS,
            (c, o) -> {
              c.replace("raw/stress-run.json", "\"requests\" : 300", "\"requests\" : 10000000");
              c.replace("raw/job.json", "\"requests\" : 300", "\"requests\" : 10000000");
            }));
    return all;
  }

  private static String version(Directory copy) {
    return copy.json("raw/stress-run.json").at("/tool/chatload").asText();
  }

  private static List<String> documents(Directory copy) {
    return copy.names().stream()
        .filter(name -> !name.contains("/"))
        .filter(name -> !name.startsWith("preflight") && !name.equals(".lock"))
        .toList();
  }

  /** As a job leaves it that is killed before it seals. */
  private static void toBare(Directory copy) {
    documents(copy).forEach(copy::delete);
    copy.names().stream().filter(name -> name.endsWith("stats.json")).forEach(copy::delete);
  }

  private static void makeOk(Directory copy) {
    for (String scenario : SCENARIOS) {
      String name = "raw/" + scenario + "-chats.jsonl";
      StringBuilder lines = new StringBuilder();
      String good = Job.PASS.get().directory().read(name).lines().findFirst().orElseThrow();
      for (String line : copy.read(name).split("\n")) {
        lines.append(line.contains("\"outcome\":\"OK\"") ? line : withIdentity(good, line));
        lines.append('\n');
      }
      copy.write(name, lines.toString());
    }
  }

  /** A good record under the identity of another one. */
  private static String withIdentity(String good, String other) {
    String line = good;
    for (String field :
        List.of("runId", "id", "traceId", "threadId", "startedAt", "startMs", "user")) {
      Pattern pattern = Pattern.compile("\"" + field + "\":(\"[^\"]*\"|[^,}]*)");
      Matcher value = pattern.matcher(other);
      if (value.find()) {
        line = pattern.matcher(line).replaceFirst(Matcher.quoteReplacement(value.group()));
      }
    }
    return line;
  }

  private static void lower(Directory copy, String limit, String value) {
    for (String scenario : SCENARIOS) {
      String name = "raw/" + scenario + "-run.json";
      copy.write(
          name,
          copy.read(name)
              .replaceAll("\"" + limit + "\" : [0-9.]+", "\"" + limit + "\" : " + value));
    }
    copy.write(
        "raw/job.json",
        copy.read("raw/job.json")
            .replaceAll("\"" + limit + "\" : [0-9.]+", "\"" + limit + "\" : " + value));
  }

  private static void keepOk(Directory copy, String scenario) {
    String name = "raw/" + scenario + "-chats.jsonl";
    List<String> ok =
        copy.read(name).lines().filter(line -> line.contains("\"outcome\":\"OK\"")).toList();
    copy.write(name, String.join("\n", ok) + "\n");
    String run = "raw/" + scenario + "-run.json";
    copy.write(
        run, copy.read(run).replaceAll("\"requests\" : [0-9]+", "\"requests\" : " + ok.size()));
  }

  private static void makeOld(Directory copy) {
    copy.delete("raw/job.json");
    for (String scenario : SCENARIOS) {
      copy.replace(
          "raw/" + scenario + "-run.json",
          "\"chatload\" : \"" + version(copy) + "\"",
          "\"chatload\" : \"0.1.0-SNAPSHOT\"");
    }
  }

  private static void shorten(Directory copy, String scenario) {
    String name = "raw/" + scenario + "-chats.jsonl";
    copy.write(
        name,
        copy.read(name)
            .replaceAll("\"firstTokenMs\":\\d+", "\"firstTokenMs\":1")
            .replaceAll("\"(total|elapsed|closed)Ms\":\\d+", "\"$1Ms\":2"));
  }

  private static void graft(Directory copy, boolean underOneId) throws Exception {
    Directory other = Job.OTHER_PASS.get().directory();
    String own = copy.json("raw/job.json").path("runId").asText();
    String foreign = other.json("raw/job.json").path("runId").asText();
    for (String name : List.of("raw/stress-chats.jsonl", "raw/stress-run.json")) {
      String text = other.read(name);
      copy.write(name, underOneId ? text.replace(foreign, own) : text);
    }
    copy.delete(FileAttacks.gatlingRun());
    for (String name : other.names()) {
      if (name.startsWith("gatling/stress") || name.startsWith("logs/stress")) {
        Files.createDirectories(copy.file(name).getParent());
        Files.write(copy.file(name), Files.readAllBytes(other.file(name)));
      }
    }
  }

  private static void swap(Directory copy) {
    for (String name : List.of("raw/%s-chats.jsonl", "raw/%s-run.json")) {
      String smoke = copy.read(name.formatted("smoke"));
      copy.write(name.formatted("smoke"), copy.read(name.formatted("stress")));
      copy.write(name.formatted("stress"), smoke);
    }
  }
}

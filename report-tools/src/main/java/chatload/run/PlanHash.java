package chatload.run;

import chatload.files.Json;
import chatload.files.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What tells one whole plan from another, whoever sends which part of it: SHA-256 over everything
 * that it says, seeds and thread ids included, but for who planned it when and with which tool.
 */
public final class PlanHash {

  private static final List<String> OF_EACH_JOB = List.of("runId", "createdAt", "tool", "merged");

  private PlanHash() {}

  /**
   * Of a whole plan.
   *
   * @param of how many parts it has
   * @param startAt when all of them begin; null if nobody said
   */
  public static String of(JobPlan plan, int of, String startAt) {
    ObjectNode tree = tree(plan);
    tree.putObject("part").put("of", of).put("startAt", startAt);
    try {
      byte[] bytes = Json.MAPPER.writeValueAsBytes(tree);
      return Sha256.of(out -> out.write(bytes));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it says that the hash is over, as its file has it, but for the parts. */
  public static ObjectNode tree(JobPlan plan) {
    try {
      ObjectNode tree = (ObjectNode) Json.MAPPER.readTree(Json.PRETTY.writeValueAsBytes(plan));
      tree.remove(OF_EACH_JOB);
      tree.remove("part");
      return tree;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

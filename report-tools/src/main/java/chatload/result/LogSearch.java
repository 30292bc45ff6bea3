package chatload.result;

import chatload.render.Nodes;
import java.util.regex.Pattern;
import org.commonmark.node.Node;

/** The command that finds a chat in the service's logs. */
public final class LogSearch {

  /** Ours are UUIDs; a record could have been given any other text, and people run commands. */
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private LogSearch() {}

  /** The command as a code span; a dash when the trace id is not one of ours. */
  public static Node command(String traceId) {
    if (traceId == null || !UUID.matcher(traceId).matches()) {
      return Nodes.text("—");
    }
    return Nodes.code("grep -rnF '" + traceId + "' .");
  }
}

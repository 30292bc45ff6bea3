package chatload.result;

import chatload.render.Nodes;
import chatload.run.JobPlan;
import chatload.run.TraceUrl;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Code;
import org.commonmark.node.Node;

/** A chat's id in a document: with a link to its trace, where the plan says where traces are. */
public final class TraceLinks {

  private final Optional<TraceUrl> url;

  private TraceLinks(Optional<TraceUrl> url) {
    this.url = url;
  }

  public static TraceLinks of(JobResult job) {
    return new TraceLinks(job.expected().plan().flatMap(JobPlan::traces));
  }

  /** The id as a code span, the link around it; a dash where there is none. */
  public Node node(String traceId) {
    Node id = Nodes.foreign(traceId);
    return url.flatMap(known -> known.of(traceId))
        .map(address -> Nodes.link(id, address))
        .orElse(id);
  }

  /** A sentence that quotes nothing but an id. */
  public List<Node> in(List<Node> sentence) {
    return sentence.stream()
        .map(node -> node instanceof Code code ? node(code.getLiteral()) : node)
        .toList();
  }
}

package chatload.faults;

import chatload.render.Markdown;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.run.Outcome;
import chatload.service.fault.Fault;
import chatload.service.reply.WireFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.Node;

/** The fault matrix for readers: {@code docs/fault-matrix.md}. */
final class FaultMatrixDocument {

  private static final List<String> DECISIONS =
      List.of(
          "Text is UTF-8 whatever the content type says. A token with U+FFFD is MALFORMED: the user"
              + " sees garbage, no matter who lost the character.",
          "A key that stands twice in a JSON object, and JSON nested deeper than 1,000 levels, are"
              + " MALFORMED: what the user sees depends on the client.",
          "Once the terminal event has arrived, it does not matter how the connection ends.",
          "A refused certificate is the service's fault, a lost connection the network's.",
          "Gatling's client does not tell when an HTTP/2 connection is lost before the service has"
              + " sent its settings; such a chat ends at its time limit.");

  private static final List<String> PROTOCOL_DECISIONS =
      List.of(
          "Of bare text, a cut that ends well can't be seen; what depends on it is OK.",
          "Where only the end of the response ends a reply (gemini, text), a response that stays"
              + " open is a chat that never ends.",
          "A last line without its line end counts in lines of JSON, and so does a last [DONE].");

  private FaultMatrixDocument() {}

  static String markdown() {
    return Markdown.render(
        Nodes.document(
            List.of(
                Nodes.heading(1, "Fault matrix"),
                Nodes.paragraph(
                    "What becomes of a chat when a service or a network misbehaves, or is unusual and"
                        + " right. Every row is a small scenario of its own that runs through Gatling"
                        + " and over real sockets: two users, four chats, a time limit of "
                        + Detection.TIME_LIMIT_MS / 1000
                        + " s that P95 must keep, too, and the verdict that the reports would give. The first token is due"
                        + " after 0.2 s and the terminal event after 0.3 s."),
                Nodes.paragraph(
                    List.of(
                        Nodes.code("./mvnw -B verify -Pfaults"),
                        Nodes.text(" runs all rows, "),
                        Nodes.code("./mvnw verify"),
                        Nodes.text(
                            " the first of each protocol, outcome and cause with two chats. POSTs are those that the"
                                + " service saw of one chat. \"Known after\" is what the outcome's"
                                + " time must keep within; the upper bounds leave room for a busy"
                                + " machine."))),
                Nodes.bullets(DECISIONS.stream().map(Nodes::text).map(List::of).toList()),
                Nodes.paragraph(FaultMatrix.ROWS.size() + " rows:"),
                table(),
                Nodes.heading(2, "In the other protocols"),
                Nodes.paragraph(
                    List.of(
                        Nodes.text(
                            "The embedded service speaks every protocol that is built in, from"
                                + " descriptions of its own. What it does wrong is the same in all"
                                + " of them, as far as a service of that protocol can do it: "
                                + ProtocolRows.ALL.size()
                                + " rows, in HTTP/1.1. "),
                        Nodes.code("./mvnw -B verify -Dprotocols.all=true"),
                        Nodes.text(
                            " runs them; every build reads those of them that are a matter of bytes"
                                + " alone. Floods are met once for each framing."))),
                Nodes.bullets(PROTOCOL_DECISIONS.stream().map(Nodes::text).map(List::of).toList()),
                protocols())));
  }

  private static Node protocols() {
    Table table =
        new Table()
            .words("Behaviour")
            .words("What happens")
            .words("Outcome")
            .words("But")
            .words("Not in");
    for (Fault fault : Fault.values()) {
      List<Row> rows =
          ProtocolRows.ALL.stream().filter(row -> row.label().equals(fault.label())).toList();
      if (rows.isEmpty()) {
        continue;
      }
      Outcome usual = ProtocolRows.usual(fault);
      table.row(
          List.of(
              Nodes.code(fault.label()),
              Nodes.text(fault.meaning()),
              Nodes.text(usual.name()),
              Nodes.text(
                  rows.stream()
                      .filter(row -> !row.outcomes().equals(List.of(usual)))
                      .map(row -> row.wire() + ": " + row.outcomes().get(0))
                      .collect(Collectors.joining(", "))),
              Nodes.text(
                  ProtocolRows.wires()
                      .filter(wire -> rows.stream().noneMatch(row -> row.wire() == wire))
                      .map(WireFormat::toString)
                      .collect(Collectors.joining(", ")))));
    }
    return table.build();
  }

  private static Node table() {
    Table table =
        new Table()
            .words("Behaviour")
            .words("What happens")
            .words("Protocol")
            .words("Outcome")
            .words("Cause")
            .figures("POSTs")
            .words("Verdict")
            .words("Known after");
    for (Row row : FaultMatrix.ROWS) {
      table.row(
          List.of(
              Nodes.code(row.label()),
              Nodes.text(row.meaning()),
              Nodes.text(row.protocol().toString()),
              Nodes.text(
                  row.outcomes().stream().map(Outcome::name).collect(Collectors.joining(", "))),
              Nodes.text(row.cause() == null ? "—" : row.cause().label()),
              Nodes.text(Integer.toString(row.posts())),
              Nodes.text(row.verdict().name()),
              Nodes.text(row.detection().toString())));
    }
    return table.build();
  }
}

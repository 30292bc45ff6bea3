package chatload.faults;

import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.service.reply.WireFormat;
import chatload.verdict.Verdict.Status;
import java.util.List;

/**
 * One way in which a service or a network can misbehave, or be unusual and right, and what must
 * come of it.
 *
 * @param label name of the behaviour, unique together with both protocols
 * @param meaning what happens, in one line
 * @param protocol how the service is spoken to
 * @param wire what it speaks
 * @param outcomes how its chats end; each of them occurs, and nothing else
 * @param cause of those that are not OK; null if all are
 * @param posts how many POSTs of each chat the service sees
 * @param verdict on a scenario in which all chats meet it
 * @param detection when the outcome is known
 * @param place where chats meet it
 */
record Row(
    String label,
    String meaning,
    Protocol protocol,
    WireFormat wire,
    List<Outcome> outcomes,
    Cause cause,
    int posts,
    Status verdict,
    Detection detection,
    Place place) {

  /** In the checklist's protocol. */
  Row(
      String label,
      String meaning,
      Protocol protocol,
      List<Outcome> outcomes,
      Cause cause,
      int posts,
      Status verdict,
      Detection detection,
      Place place) {
    this(
        label,
        meaning,
        protocol,
        WireFormat.EYWA,
        outcomes,
        cause,
        posts,
        verdict,
        detection,
        place);
  }

  /** How a service is spoken to. */
  enum Protocol {
    PLAIN("HTTP/1.1"),
    TLS("HTTP/1.1, TLS"),
    HTTP2("HTTP/2");

    private final String label;

    Protocol(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /** Starts, or finds, the service that behaves so. */
  interface Place {
    Service open(Services services);
  }

  boolean isOk() {
    return cause == null;
  }

  /** Whether it takes much of a machine. */
  boolean isFlood() {
    return FaultMatrix.FLOODS.contains(label);
  }

  @Override
  public String toString() {
    return label + ", " + (wire == WireFormat.EYWA ? protocol : wire);
  }
}

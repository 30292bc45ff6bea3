package chatload.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The protocol of a run that is another than that of the checklist's service.
 *
 * @param name as its file says
 * @param sha256 of the file that describes it, in hexadecimal digits
 * @param seesCuts whether a reply that was cut can be told from a whole one
 * @param model that was asked for; null for none
 * @param text of the file; null in all evidence but the plan
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProtocolUsed(
    String name,
    String sha256,
    boolean seesCuts,
    @JsonInclude(JsonInclude.Include.NON_NULL) String model,
    @JsonInclude(JsonInclude.Include.NON_NULL) String text) {

  public ProtocolUsed {
    if (name == null || !name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("target.protocol.name is none of a protocol");
    }
    if (sha256 == null || !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("target.protocol.sha256 is no hash");
    }
  }

  /** As documents name it: what counts as OK depends on the very file. */
  public String title() {
    return name + " (" + sha256.substring(0, 12) + "…)";
  }

  @Override
  public String toString() {
    return title() + (model == null ? "" : ", model " + model) + (seesCuts ? "" : ", cuts unseen");
  }

  /** Without the text of the file. */
  public ProtocolUsed inShort() {
    return new ProtocolUsed(name, sha256, seesCuts, model, null);
  }
}

package chatload.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;

/**
 * The gate file of a job. It closes nothing: what is closed is said when it is closed.
 *
 * @param file its name, without the folders that lead to it
 * @param sha256 of its text, in hexadecimal digits
 * @param text all of it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GateUsed(String file, String sha256, String text) {

  public GateUsed {
    Objects.requireNonNull(file, "gate.file");
    Objects.requireNonNull(text, "gate.text");
    if (sha256 == null || !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("gate.sha256 is no hash");
    }
  }

  /** As documents name it. */
  public String title() {
    return file + " (" + sha256.substring(0, 12) + "…)";
  }
}

package chatload.preflight;

import chatload.files.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;

/**
 * One line of what the process that runs the preflight says to the one that started it: exactly one
 * of the two.
 *
 * @param progress what it waits for
 * @param report what it found
 */
public record PreflightMessage(String progress, PreflightReport report) {

  public static PreflightMessage progress(String line) {
    return new PreflightMessage(line, null);
  }

  public static PreflightMessage report(PreflightReport report) {
    return new PreflightMessage(null, report);
  }

  /**
   * @throws JsonProcessingException if the line is no such message
   */
  public static PreflightMessage parse(String line) throws JsonProcessingException {
    return Json.MAPPER.readValue(line, PreflightMessage.class);
  }

  public String toJson() {
    try {
      return Json.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package chatload.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;

/** What is wrong with a JSON file, without class names and source positions. */
public final class JsonProblem {

  private JsonProblem() {}

  /** A sentence's end, as untrusted as the file. */
  public static String of(IOException e) {
    Throwable cause = e.getCause();
    if (cause instanceof NullPointerException && cause.getMessage() != null) {
      return cause.getMessage() + " is missing";
    }
    if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
      return cause.getMessage();
    }
    if (e instanceof JsonProcessingException json && json.getLocation() != null) {
      return "no such JSON as expected at line " + json.getLocation().getLineNr();
    }
    return "no such JSON as expected";
  }
}

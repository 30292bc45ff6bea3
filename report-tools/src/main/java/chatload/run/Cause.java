package chatload.run;

import chatload.words.Phrase;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whose fault a failed chat is, as far as the generator can tell from outside. */
public enum Cause implements Phrase {
  MODEL("model"),
  DATABASE("database"),
  AUTH("auth"),
  RATE_LIMIT("rate-limit"),
  NETWORK("network"),
  SERVICE("service"),
  PROTOCOL("protocol"),
  GENERATOR("generator"),
  UNKNOWN("unknown");

  private final String label;

  Cause(String label) {
    this.label = label;
  }

  @Override
  public String bundle() {
    return "cause";
  }

  /** The word used in JSON and on the command line. */
  @JsonValue
  public String label() {
    return label;
  }
}

package chatload.run;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whose fault a failed chat is, as far as the generator can tell from outside. */
public enum Cause {
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

  /** The word used in JSON and in documents. */
  @JsonValue
  public String label() {
    return label;
  }
}

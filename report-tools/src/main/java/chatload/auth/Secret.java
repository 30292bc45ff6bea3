package chatload.auth;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Text that must never be printed, logged or written. */
public final class Secret {

  private final String value;

  public Secret(String value) {
    this.value = Objects.requireNonNull(value);
  }

  /** The text itself, only for signing and for the authorization header. */
  public String reveal() {
    return value;
  }

  public byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}

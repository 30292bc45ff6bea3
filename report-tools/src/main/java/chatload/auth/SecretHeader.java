package chatload.auth;

import java.util.Objects;

/**
 * A header that goes with every request and whose value is nobody's business.
 *
 * @param name as it is sent, in lower case; it may be shown
 * @param value printable ASCII
 */
public record SecretHeader(String name, Secret value) {
  public SecretHeader {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }
}

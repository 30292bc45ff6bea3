package chatload.verification;

import java.util.Objects;

/**
 * Something in a report directory that is not as it should be.
 *
 * @param file path inside the directory; as untrusted as whoever named it
 * @param what what differs, in words; parts of it can be quoted from the file
 */
public record Finding(String file, String what) {
  public Finding {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(what, "what");
  }

  /** One line, still to be made harmless by whoever shows it. */
  public String line() {
    return file + ": " + what;
  }
}

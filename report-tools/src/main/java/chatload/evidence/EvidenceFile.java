package chatload.evidence;

import java.util.Objects;

/**
 * One file of the evidence as it was when the evidence was sealed.
 *
 * @param path inside the report directory, with {@code /} between its parts
 * @param size bytes
 * @param sha256 64 lower-case hexadecimal digits
 */
public record EvidenceFile(String path, long size, String sha256) {
  public EvidenceFile {
    Objects.requireNonNull(path, "path");
    if (size < 0) {
      throw new IllegalArgumentException("size must not be negative, was " + size);
    }
    if (sha256 == null || !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("sha256 must be 64 hexadecimal digits, was " + sha256);
    }
  }
}

package chatload.evidence;

import chatload.files.ReportDir;
import chatload.tool.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which files of a report directory are evidence: what was left when the load had ended, and
 * nothing that is computed from it. These are all files of {@code raw/}, {@code gatling/} and
 * {@code logs/}, and what the preflight saw.
 */
public final class EvidenceFiles {

  /** Also an earlier one, kept under another name. */
  private static final Pattern PREFLIGHT = Pattern.compile("preflight[^/]*\\.json");

  /** What version 0.1 sealed. */
  private static final Pattern SEALED_BY_FIRST_VERSION =
      Pattern.compile("raw/.*|gatling/(.*/)?simulation\\.log|preflight\\.json", Pattern.DOTALL);

  /**
   * What file managers leave behind, and a write of ours that was killed. Nothing ever reads such a
   * file, so it may come and go.
   */
  private static final Pattern IGNORED =
      Pattern.compile(
          "(.*/)?(\\.DS_Store|\\._[^/]*|(?i:thumbs\\.db|ehthumbs\\.db|desktop\\.ini)"
              + "|\\.directory|\\.[^/]+\\.tmp)",
          Pattern.DOTALL);

  private EvidenceFiles() {}

  /**
   * Every file that is evidence or ignored, as it is now, by its path inside the directory.
   *
   * @throws UserError when one can't be read, or something is neither a file nor a directory
   */
  static SortedMap<String, EvidenceFile> hash(ReportDir dir) {
    SortedMap<String, EvidenceFile> files = new TreeMap<>();
    for (Path file : list(dir)) {
      String path = path(dir, file);
      files.put(path, hash(dir, file, path, false));
    }
    return files;
  }

  /** The same file as if its lines ended in LF alone. */
  static EvidenceFile hashWithoutCarriageReturns(ReportDir dir, String path) {
    return hash(dir, dir.root().resolve(path), path, true);
  }

  /** Whether it is no evidence, whatever it holds. */
  static boolean isIgnored(String path) {
    return IGNORED.matcher(path).matches();
  }

  /** Whether a list of that version would have it, if it had been there. */
  static boolean isSealedBy(int schemaVersion, String path) {
    return schemaVersion > 1 || SEALED_BY_FIRST_VERSION.matcher(path).matches();
  }

  /** SHA-256 as 64 lower-case hexadecimal digits. */
  public static String sha256(byte[] content) {
    return HexFormat.of().formatHex(digest().digest(content));
  }

  private static List<Path> list(ReportDir dir) {
    List<Path> files = new ArrayList<>();
    for (Path top : List.of(dir.raw(), dir.gatling(), dir.logs())) {
      files.addAll(dir.folder().filesBelow(top));
    }
    for (Path file : dir.folder().list(dir.root())) {
      if (PREFLIGHT.matcher(path(dir, file)).matches()) {
        files.add(file);
      }
    }
    return files;
  }

  private static String path(ReportDir dir, Path file) {
    return dir.root().relativize(file).toString().replace('\\', '/');
  }

  private static EvidenceFile hash(
      ReportDir dir, Path file, String path, boolean withoutCarriageReturns) {
    MessageDigest digest = digest();
    long size = 0;
    byte[] chunk = new byte[1 << 16];
    try (InputStream in = dir.folder().stream(file)) {
      InputStream bytes = withoutCarriageReturns ? new LineFeedStream(in) : in;
      for (int got = bytes.read(chunk); got >= 0; got = bytes.read(chunk)) {
        digest.update(chunk, 0, got);
        size += got;
      }
    } catch (IOException e) {
      UserError error =
          UserError.input(
              file + " can't be read: " + e.getClass().getSimpleName(),
              "Check that you may read all files of the directory.");
      error.initCause(e);
      throw error;
    }
    return new EvidenceFile(path, size, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

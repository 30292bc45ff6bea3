package chatload.evidence;

import chatload.UserError;
import chatload.run.ReportDir;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which files of a report directory are evidence: what was recorded while the load ran, and nothing
 * that can be computed from it. These are {@code raw/}, Gatling's own {@code simulation.log} and
 * what the preflight saw. Process logs are no evidence: no figure rests on them.
 */
public final class EvidenceFiles {

  private static final String GATLING_LOG = "simulation.log";

  private EvidenceFiles() {}

  /** Every file of the evidence as it is now, by its path inside the directory. */
  public static SortedMap<String, EvidenceFile> hash(ReportDir dir) {
    SortedMap<String, EvidenceFile> files = new TreeMap<>();
    try {
      for (Path file : list(dir)) {
        String path = dir.root().relativize(file).toString().replace('\\', '/');
        files.put(path, new EvidenceFile(path, Files.size(file), sha256(file)));
      }
    } catch (IOException e) {
      UserError error =
          UserError.input(
              dir.root() + " can't be read: " + e.getClass().getSimpleName(),
              "Check that you may read all of its files.");
      error.initCause(e);
      throw error;
    }
    return files;
  }

  /** SHA-256 as 64 lower-case hexadecimal digits. */
  public static String sha256(byte[] content) {
    return HexFormat.of().formatHex(digest().digest(content));
  }

  private static List<Path> list(ReportDir dir) throws IOException {
    List<Path> files = new ArrayList<>();
    files.addAll(below(dir.raw()));
    for (Path file : below(dir.gatling())) {
      if (file.getFileName().toString().equals(GATLING_LOG)) {
        files.add(file);
      }
    }
    if (Files.exists(dir.preflight())) {
      files.add(dir.preflight());
    }
    return files;
  }

  /** Links are left out: what they point at is not kept with the evidence. */
  private static List<Path> below(Path top) throws IOException {
    if (!Files.isDirectory(top)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(top)) {
      return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !isTemporary(file.getFileName().toString()))
          .toList();
    }
  }

  private static boolean isTemporary(String name) {
    return name.startsWith(".") && name.endsWith(".tmp");
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] chunk = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
        digest.update(chunk, 0, got);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

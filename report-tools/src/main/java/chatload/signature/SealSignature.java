package chatload.signature;

import chatload.files.ReportDir;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code manifest.json.sig}: an SSH signature over the seal, {@code manifest.json}, in the
 * namespace {@link #NAMESPACE}, so that no signature made for something else can stand for one.
 * Since the seal has the hash of every file of the evidence, who signs it signs all of them.
 */
public final class SealSignature {

  public static final String NAME = "manifest.json.sig";

  /** What signatures are made for; the other side of {@code ssh-keygen -n}. */
  public static final String NAMESPACE = "chatload-evidence";

  private static final Pattern SIGNATURE =
      Pattern.compile("-----BEGIN SSH SIGNATURE-----[A-Za-z0-9+/=\\s]+-----END SSH SIGNATURE-----");

  /** Those of SSH keys are below a few kilobytes. */
  private static final int MOST_BYTES = 1 << 16;

  private SealSignature() {}

  /**
   * What a look at a signature came to.
   *
   * @param signer whom the signers' file names for the key; null if it is not good
   * @param problem why it is not good, in words, parts of them foreign; null if it is
   */
  public record Checked(String signer, String problem) {
    public boolean isGood() {
      return signer != null;
    }
  }

  public static boolean isThere(ReportDir dir) {
    return dir.folder().has(file(dir));
  }

  /**
   * Signs the seal.
   *
   * @param key file with the private key, or with the public one of a key that the agent holds
   * @throws UserError if there is no seal, there is a signature already, or ssh-keygen refuses
   */
  public static Path sign(ReportDir dir, Path key) {
    byte[] seal =
        dir.folder()
            .read(dir.evidence())
            .orElseThrow(
                () ->
                    UserError.input(
                        dir.root() + " is not sealed, so there is nothing to sign",
                        "./loadtest report seals it."));
    if (isThere(dir)) {
      throw signed(dir);
    }
    SshKeygen.Ended ended = SshKeygen.run(seal, "sign", "-f", absolute(key), "-n", NAMESPACE);
    Matcher signature = SIGNATURE.matcher(ended.output());
    if (!ended.isDone() || !signature.find()) {
      throw UserError.input(
          "ssh-keygen does not sign with " + key + ": " + ended.words(),
          "Give the file of a private key, or of the public key of one that the agent holds.");
    }
    try {
      dir.folder().create(file(dir), signature.group() + "\n");
      return file(dir);
    } catch (FileAlreadyExistsException e) {
      throw signed(dir);
    } catch (IOException e) {
      UserError error =
          UserError.input("can't write " + file(dir) + ": " + e, "Check the directory.");
      error.initCause(e);
      throw error;
    }
  }

  private static UserError signed(ReportDir dir) {
    return UserError.input(
        file(dir) + " is there already, and a signature is never overwritten",
        "If it shall be another's, move it away.");
  }

  /**
   * Whether the seal is signed by one of them.
   *
   * @param signers a file in the format of OpenSSH's {@code allowed_signers}
   */
  public static Checked check(ReportDir dir, Path signers) {
    if (!Files.isReadable(signers) || Files.isDirectory(signers)) {
      throw UserError.usage(
          "there is no file of signers " + signers + " that can be read",
          "Each of its lines is a name and a public key: li@example.com ssh-ed25519 AAAA…");
    }
    Optional<byte[]> seal = dir.folder().read(dir.evidence());
    Optional<byte[]> signature = dir.folder().read(file(dir), MOST_BYTES);
    if (seal.isEmpty() || signature.isEmpty()) {
      return new Checked(null, "is missing: nobody signed the seal");
    }
    Path copy = null;
    try {
      copy = Files.createTempFile("chatload", ".sig");
      Files.write(copy, signature.get());
      return check(seal.get(), copy, signers);
    } catch (IOException e) {
      throw UserError.input("can't look at " + file(dir) + ": " + e, "Check the temporary files.");
    } finally {
      delete(copy);
    }
  }

  private static Checked check(byte[] seal, Path signature, Path signers) {
    String file = absolute(signers);
    SshKeygen.Ended names =
        SshKeygen.run(new byte[0], "find-principals", "-s", signature.toString(), "-f", file);
    List<String> found =
        names.output().lines().map(String::strip).filter(n -> !n.isEmpty()).toList();
    if (!names.isDone() || found.isEmpty()) {
      return new Checked(null, "is of none of the signers: " + names.words());
    }
    String problem = "";
    for (String name : found) {
      SshKeygen.Ended verified =
          SshKeygen.run(
              seal, "verify", "-f", file, "-I", name, "-n", NAMESPACE, "-s", signature.toString());
      if (verified.isDone()) {
        return new Checked(name, null);
      }
      problem = verified.words();
    }
    return new Checked(null, "does not fit the seal, or its key was not to be used: " + problem);
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().toString();
  }

  private static Path file(ReportDir dir) {
    return dir.root().resolve(NAME);
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw UserError.input("can't delete " + file + ": " + e, "Check the temporary files.");
    }
  }
}

package chatload.cli;

import chatload.auth.Credential;
import chatload.auth.TokenSource;
import chatload.cli.option.SettingOptions;
import chatload.console.CommandContext;
import chatload.settings.Settings;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code loadtest token}. */
@Command(
    name = "token",
    description = "Makes a token like those of the load test, for use by hand.",
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Option(
      names = "--claim",
      paramLabel = "NAME=VALUE",
      description = "A further claim; can be given several times.")
  private Map<String, String> claims = new LinkedHashMap<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write it to a new file that only you can read, instead of printing it.")
  private Path out;

  TokenCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = SettingOptions.settings(context, SettingOptions.given(spec));
    Credential credential =
        settings
            .credential()
            .orElseThrow(
                () ->
                    UserError.usage(
                        "there is no secret to sign with",
                        "Set AUTH_JWT_SECRET, or give --secret-file FILE."));
    if (!(credential instanceof Credential.SigningSecret)) {
      throw UserError.usage(
          "a ready token was given, but a token can only be made with a secret",
          "Unset AUTH_JWT_TOKEN and set AUTH_JWT_SECRET, or give --secret-file FILE.");
    }
    String token =
        TokenSource.of(credential, settings.identity(), claims, context.clock()).token().reveal();
    if (out == null) {
      context.styledOut().println(token); // the one place that shows a token: it was asked for
    } else {
      write(out, token);
      context.err().println("token written to " + out);
    }
    return ExitCode.PASS.code();
  }

  private static void write(Path file, String token) throws IOException {
    FileAttribute<?>[] onlyOwner =
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (var channel =
            Files.newByteChannel(
                file,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                onlyOwner);
        OutputStream stream = java.nio.channels.Channels.newOutputStream(channel)) {
      stream.write((token + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (FileAlreadyExistsException e) {
      throw UserError.input(file + " exists already", "Give another file with --out.");
    }
  }
}

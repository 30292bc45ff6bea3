package chatload.cli;

import chatload.auth.Credential;
import chatload.auth.TokenSource;
import chatload.cli.option.ProxyNote;
import chatload.cli.option.SettingOptions;
import chatload.console.CommandContext;
import chatload.files.Folder;
import chatload.files.ReportDir;
import chatload.launch.PreflightProcess;
import chatload.preflight.PreflightReport;
import chatload.preflight.PreflightTarget;
import chatload.reach.ChatUrl;
import chatload.settings.ChildSettings;
import chatload.settings.Settings;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code loadtest preflight}. */
@Command(
    name = "preflight",
    description = {
      "Checks whether the service is up and insists on its credential; it sends no load.",
      "At most five requests: health is up; a chat without a credential is refused, and so are one"
          + " that only has identity headers and one with a forged credential; a chat with the"
          + " right one streams a reply. What nothing is known of is not asked, and said."
    },
    mixinStandardHelpOptions = true)
final class PreflightCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  PreflightCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = SettingOptions.settings(context, SettingOptions.given(spec));
    ChatUrl url =
        settings
            .url()
            .orElseThrow(
                () ->
                    UserError.usage(
                        "there is no URL to check",
                        "Give the chat URL with --url (LOADTEST_URL)."));
    Credential credential = credential(settings, url);
    TokenSource tokens = settings.tokens(credential, context.clock());
    if (settings.reportDir().isPresent()) {
      Path file = new ReportDir(settings.reportDir().get()).preflight();
      if (new Folder(file.resolveSibling("")).has(file)) {
        throw UserError.input(
            file + " exists already and is never overwritten",
            "Give another directory with --report-dir.");
      }
    }
    PreflightTarget checked = PreflightTarget.of(url, settings, tokens, context.clock());
    Map<String, String> variables =
        ChildSettings.of(settings.inForce(url, credential, Optional.empty()), tokens);
    ProxyNote.of(settings.client(), context.environment(), context.properties())
        .ifPresent(context.err()::println);
    PreflightReport report;
    try (PreflightProcess process = PreflightProcess.start(context.home(), variables)) {
      report = process.await(checked.longest(), context.err()::println);
    }
    if (settings.reportDir().isPresent()) {
      report.write(new ReportDir(settings.reportDir().get()).preflight());
    }
    report.print(context.styledOut(), context.colour());
    return (report.passed() ? ExitCode.PASS : ExitCode.UNUSABLE_INPUT).code();
  }

  /** The credential that is needed as soon as there is a URL. */
  static Credential credential(Settings settings, ChatUrl url) {
    return settings
        .credential()
        .orElseThrow(
            () ->
                UserError.usage(
                    "there is no credential for " + url,
                    "Set AUTH_JWT_SECRET (or give --secret-file FILE), or AUTH_JWT_TOKEN for a ready"
                        + " token (--jwt-token-file FILE); of a service that asks for none, say"
                        + " --credential none."));
  }
}

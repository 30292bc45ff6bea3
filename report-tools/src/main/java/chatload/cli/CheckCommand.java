package chatload.cli;

import chatload.auth.TokenSource;
import chatload.cli.option.SettingOptions;
import chatload.console.CommandContext;
import chatload.gate.GateFile;
import chatload.reach.ChatUrl;
import chatload.run.ClosureTarget;
import chatload.run.GateUsed;
import chatload.run.PlannedScenario;
import chatload.run.ProtocolUsed;
import chatload.run.Scenario;
import chatload.settings.GateSettings;
import chatload.settings.ProtocolSetting;
import chatload.settings.Setting;
import chatload.settings.Settings;
import chatload.template.GateTemplate;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code loadtest check}. */
@Command(
    name = "check",
    description = {
      "Validates the gate file and says what would be run; it sends nothing.",
      "It takes the settings of scenarios, and refuses what scenarios would refuse."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  CheckCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Map<Setting, String> flags = SettingOptions.given(spec);
    GateSettings.Looked looked =
        GateSettings.look(flags, context.properties(), context.environment());
    Settings settings = SettingOptions.told(context, flags, looked.settings());
    GateUsed gate =
        settings
            .gate()
            .orElseThrow(
                () ->
                    UserError.usage(
                        "there is no " + GateFile.NAME + " here to be checked",
                        "./loadtest init writes one; --file names another."));
    settings
        .url()
        .map(url -> PreflightCommand.credential(settings, url))
        .ifPresent(
            credential -> {
              TokenSource tokens = settings.tokens(credential, context.clock());
              tokens.requireValidFor(ScenariosCommand.expectedDuration(settings));
            });
    say("Nothing is wrong with " + gate.file() + ".");
    say("Target: " + settings.url().map(ChatUrl::toString).orElse("the embedded chat service"));
    ProtocolUsed described = ProtocolSetting.used(settings.client());
    say("Protocol: " + (described == null ? ProtocolSetting.EYWA : described.title()));
    if (looked.isOtherRequest()) {
      say("Request: another than the protocol's own");
    }
    say("Credential: " + settings.authMode());
    Optional.ofNullable(settings.client().proxyWords()).ifPresent(proxy -> say("Proxy: " + proxy));
    settings.scenarios().forEach(this::tell);
    settings
        .cancel()
        .ifPresent(
            cancel ->
                say(
                    "Giving up: "
                        + BigDecimal.valueOf(cancel.share()).toPlainString()
                        + " of the chats, after "
                        + cancel.afterMs()
                        + " ms"));
    ClosureTarget closure = settings.closure();
    say("Issue: " + closure.issue() + ", epic " + closure.epicOrUsual() + ", " + repo(closure));
    looked.overruled().forEach((key, winner) -> say("Overruled: " + key + " by " + winner));
    say("Nothing was sent.");
    return ExitCode.PASS.code();
  }

  private static String repo(ClosureTarget closure) {
    return closure.repo() == null ? "no repository named" : "in " + closure.repo();
  }

  private void tell(Scenario scenario) {
    boolean isOwn = Scenario.preset(scenario.name()).isEmpty();
    String preset = scenario.isPreset() ? "" : isOwn ? " (no preset)" : " (not the preset)";
    say(
        "Scenario "
            + scenario.name()
            + ": "
            + GateTemplate.fields(PlannedScenario.of(scenario))
            + preset);
  }

  private void say(String line) {
    context.out().println(line);
  }
}

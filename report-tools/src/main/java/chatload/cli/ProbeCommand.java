package chatload.cli;

import chatload.auth.Credential;
import chatload.auth.TokenSource;
import chatload.cli.option.ProxyNote;
import chatload.cli.option.SettingOptions;
import chatload.console.CommandContext;
import chatload.launch.ProbeProcess;
import chatload.preflight.Finding;
import chatload.preflight.Preflight;
import chatload.preflight.PreflightTarget;
import chatload.probe.ProbePrinter;
import chatload.probe.Reading;
import chatload.probe.Received;
import chatload.probe.Replay;
import chatload.probe.Search;
import chatload.protocol.ChatProtocol;
import chatload.reach.ChatUrl;
import chatload.settings.ChildSettings;
import chatload.settings.ProbeSettings;
import chatload.settings.ProtocolSetting;
import chatload.settings.Setting;
import chatload.settings.Settings;
import chatload.text.ShellWords;
import chatload.tool.ExitCode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code loadtest probe}. */
@Command(
    name = "probe",
    description = {
      "Sends one chat and shows every event of the answer: when it came, what it is, what it means.",
      "With --protocol auto, which is the default, it finds out what the service speaks: it asks as"
          + " one protocol after the other does, as rarely as possible, and reads each answer in"
          + " all of them. Exit code 0 if the chat was OK, 4 if it was not."
    },
    mixinStandardHelpOptions = true)
final class ProbeCommand implements Callable<Integer> {

  /** For the start of the process that sends a chat. */
  private static final Duration START = Duration.ofSeconds(30);

  private final CommandContext context;
  private Map<Setting, String> flags;

  @Spec private CommandSpec spec;

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description =
          "Write the gate file with which a job asks like this, if the chat was OK; an existing file"
              + " is never overwritten.")
  private String write;

  ProbeCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    flags = SettingOptions.given(spec);
    Optional<NewGateFile> file = Optional.ofNullable(write).map(this::newFile);
    Map<String, Settings> all =
        ProbeSettings.of(flags, context.properties(), context.environment());
    SettingOptions.told(context, flags, all.values().iterator().next());
    ProxyNote.of(
            all.values().iterator().next().client(), context.environment(), context.properties())
        .ifPresent(context.err()::println);
    boolean isAuto = ProbeSettings.isAuto(flags, context.properties(), context.environment());
    Optional<String> found = isAuto ? search(all) : one(new Asking(all.values().iterator().next()));
    if (found.isEmpty()) {
      file.ifPresent(
          one -> context.out().println("Not written: " + one + ", for want of an OK chat"));
    } else if (file.isPresent()) {
      write(file.get(), all.get(found.get()));
    } else {
      tellNext(all.get(found.get()), found.get(), isAuto);
    }
    context.out().flush();
    return (found.isPresent() ? ExitCode.PASS : ExitCode.FAIL).code();
  }

  private NewGateFile newFile(String name) {
    ProbeSettings.requireNoGate(flags, context.properties(), context.environment());
    return new NewGateFile(name, "--write");
  }

  private void write(NewGateFile file, Settings settings) throws IOException {
    ChatProtocol protocol = settings.client().protocol();
    Map<Setting, String> values =
        ProbeSettings.toWrite(
            flags,
            context.properties(),
            context.environment(),
            protocol.name(),
            protocol.needsModel());
    file.write(values);
    context.out().println("Written: " + file);
    for (Map.Entry<Setting, String> value : values.entrySet()) {
      String variable = value.getKey().variable();
      if (value.getValue().equals("${" + variable + "}")
          && !context.environment().containsKey(variable)) {
        context.out().println("Set the variable " + variable + ": it stands in no file.");
      }
    }
    context.out().println("Next: ./loadtest scenarios" + file.inWords());
  }

  /** A chat in one protocol, and what is needed to send it. */
  private final class Asking {
    private final Settings settings;
    private final TokenSource tokens;
    private final PreflightTarget target;

    Asking(Settings given) {
      ChatUrl url = given.url().orElseThrow();
      Credential credential = PreflightCommand.credential(given, url);
      tokens = given.tokens(credential, context.clock());
      settings = given.inForce(url, credential, Optional.empty());
      target = PreflightTarget.of(url, settings, tokens, context.clock());
    }

    Received send(boolean isAny) throws IOException {
      return ProbeProcess.send(
          context.home(),
          ChildSettings.of(settings, tokens),
          isAny,
          target.chatLimit().plus(START));
    }

    Reading read(Received answer) {
      return Replay.of(
          answer, settings.client().protocol(), settings.fallbackReplies(), tokens.redaction());
    }

    Finding judge(Received answer, Reading reading) {
      return Preflight.judge(target, reading.asAnswer(answer), target.chatLimit());
    }
  }

  private Optional<String> one(Asking asking) throws IOException {
    Received answer = asking.send(false);
    Reading reading = asking.read(answer);
    new ProbePrinter(context.out(), asking::judge).print(answer, reading);
    return answer.outcome().isOk() ? Optional.of(reading.protocol()) : Optional.empty();
  }

  private Optional<String> search(Map<String, Settings> all) throws IOException {
    Asking first = new Asking(all.values().iterator().next());
    List<ChatProtocol> protocols = ProtocolSetting.all();
    if (all.size() < protocols.size()) {
      context
          .err()
          .println(
              "Left out, for want of --model or a credential: "
                  + String.join(
                      ", ",
                      protocols.stream()
                          .map(ChatProtocol::name)
                          .filter(name -> !all.containsKey(name))
                          .toList()));
    }
    Search search =
        new Search(
            protocols,
            List.copyOf(all.keySet()),
            first.target.chatUrl().toString(),
            first.settings.fallbackReplies(),
            first.tokens.redaction());
    for (Optional<String> next = search.next(); next.isPresent(); next = search.next()) {
      search.answered(next.get(), new Asking(all.get(next.get())).send(true));
    }
    new ProbePrinter(context.out(), first::judge).print(search);
    return search.found();
  }

  private void tellNext(Settings settings, String protocol, boolean isAuto) {
    Map<Setting, String> same = new EnumMap<>(Setting.class);
    same.putAll(flags);
    same.put(Setting.URL, settings.url().orElseThrow().toString());
    if (isAuto) {
      same.put(Setting.PROTOCOL, protocol);
    }
    if (settings.client().model() == null) {
      same.remove(Setting.MODEL);
    }
    List<String> words = new ArrayList<>(List.of("./loadtest", "scenarios"));
    words.addAll(SettingOptions.words(same));
    context.out().println("Next: " + ShellWords.join(words));
  }
}

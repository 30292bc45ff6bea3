package chatload.cli;

import chatload.console.CommandContext;
import chatload.protocol.mapping.Protocols;
import chatload.settings.ProtocolSetting;
import chatload.text.Spelling;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code loadtest protocol list} and {@code loadtest protocol show NAME}. */
@Command(
    name = "protocol",
    description = {
      "Lists the protocols that services can be spoken to in, or shows the file of one.",
      "list: the names for --protocol. show NAME: the file that describes one, to start an own"
          + " from: loadtest protocol show openai-chat > mine.yaml"
    })
final class ProtocolCommand implements Callable<Integer> {

  private final CommandContext context;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Parameters(index = "0", paramLabel = "list|show", description = "What to do.")
  private String what;

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "Of the protocol.")
  private String name;

  ProtocolCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (what.equals("list") && name == null) {
      ProtocolSetting.names().forEach(one -> context.out().println(one));
    } else if (what.equals("show") && name != null) {
      text().lines().forEach(context.out()::println);
    } else {
      throw UserError.usage(
          "protocol does not know what to do", "Give: protocol list, or protocol show NAME.");
    }
    context.out().flush();
    return ExitCode.PASS.code();
  }

  private String text() {
    if (name.equals(ProtocolSetting.EYWA)) {
      throw UserError.usage(
          ProtocolSetting.EYWA + " is written in Java and has no file",
          "docs/protocols.md says why. Show another one: "
              + String.join(", ", Protocols.described())
              + ".");
    }
    if (!Protocols.described().contains(name)) {
      List<String> near = Spelling.near(name, Protocols.described());
      throw UserError.usage(
          "there is no protocol \"" + name + "\"",
          (near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ")
              + "Accepted: "
              + String.join(", ", Protocols.described())
              + ".");
    }
    return Protocols.text(name);
  }
}

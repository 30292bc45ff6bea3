package chatload.service;

import chatload.auth.Secret;
import chatload.files.ReportDir;
import chatload.files.ReportDirLock;
import chatload.service.fault.Fault;
import chatload.service.fault.FaultPlan;
import chatload.service.reply.Delay;
import chatload.service.reply.Timing;
import chatload.service.reply.WireFormat;
import chatload.text.Spelling;
import chatload.tool.ArgumentRedaction;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The embedded chat service as a process of its own. When it accepts connections it prints one
 * line, {@code listening on http://127.0.0.1:PORT/api/chat}; it stops on SIGTERM, SIGINT or, with
 * {@code --stop-with-stdin}, when standard input ends.
 */
@Command(
    name = "loadtest target",
    description = "The embedded chat service. The HS256 secret is taken from AUTH_JWT_SECRET.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TargetMain implements Callable<Integer> {

  private static final String SECRET_VARIABLE = "AUTH_JWT_SECRET";

  private final Map<String, String> environment;
  private final InputStream in;
  private final PrintStream out;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port on 127.0.0.1; 0, the default, for any free one.")
  private int port;

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      defaultValue = "eywa",
      description = "What it speaks, one of ./loadtest protocol list (default: ${DEFAULT-VALUE}).")
  private String protocol;

  @Option(
      names = "--first-token",
      paramLabel = "DELAY",
      defaultValue = Timing.FIRST_TOKEN,
      description =
          "Milliseconds, such as 500, 300..800 or lognormal:400:0.3 (default: ${DEFAULT-VALUE}).")
  private String firstToken;

  @Option(
      names = "--gap",
      paramLabel = "DELAY",
      defaultValue = Timing.GAP,
      description = "Between tokens, written likewise (default: ${DEFAULT-VALUE}).")
  private String gap;

  @Option(
      names = "--tokens",
      paramLabel = "N",
      description = "Tokens per chat (default: one whole reply).")
  private Integer tokens;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Same seed, same delays (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--fault",
      paramLabel = "NAME:FRACTION",
      description = "Injects a fault into that fraction of the chats; repeatable.")
  private List<String> faults = new ArrayList<>();

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "Appends one JSON line per finished chat.")
  private Path journal;

  @Option(
      names = "--allow-insecure-context",
      description = "Also accept x-tenant-id and x-user-id without a token.")
  private boolean allowInsecureContext;

  @Option(
      names = "--tenant-claim",
      paramLabel = "NAME",
      defaultValue = "tenantId",
      description = "Claim with the tenant (default: ${DEFAULT-VALUE}).")
  private String tenantClaim;

  @Option(
      names = "--user-claim",
      paramLabel = "NAME",
      defaultValue = "sub",
      description = "Claim with the user (default: ${DEFAULT-VALUE}).")
  private String userClaim;

  @Option(names = "--stop-with-stdin", description = "Stop when standard input ends.")
  private boolean stopWithStdin;

  /** While it writes the journal there, nobody else may write. */
  @Option(names = "--part-of", paramLabel = "DIR", hidden = true)
  private Path reportDir;

  /** Until the end of the process. */
  private ReportDirLock lock;

  private TargetMain(Map<String, String> environment, InputStream in, PrintStream out) {
    this.environment = environment;
    this.in = in;
    this.out = out;
  }

  public static void main(String[] args) {
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE); // never on standard output
    System.exit(run(args, System.getenv(), System.in, System.out, System.err));
  }

  /** All of it but the exit; returns the exit status. */
  public static int run(
      String[] args,
      Map<String, String> environment,
      InputStream in,
      PrintStream out,
      PrintStream err) {
    PrintWriter errors = new PrintWriter(err, true, StandardCharsets.UTF_8);
    ArgumentRedaction redaction = new ArgumentRedaction(args);
    CommandLine line = new CommandLine(new TargetMain(environment, in, out));
    line.setHelpSectionKeys(
        Stream.concat(line.getHelpSectionKeys().stream(), Stream.of("faults")).toList());
    line.getHelpSectionMap().put("faults", TargetMain::faults);
    return line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(errors)
        .setParameterExceptionHandler(
            (e, unused) -> {
              errors.println("error: " + redaction.of(e));
              ArgumentRedaction.suggestions(e)
                  .forEach(meant -> errors.println("Did you mean " + meant + "?"));
              errors.println("--help lists what can be used.");
              return ExitCode.USAGE.code();
            })
        .setExecutionExceptionHandler((e, command, parsed) -> report(e, errors, redaction))
        .execute(args);
  }

  private static String faults(CommandLine.Help help) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (Fault fault : Fault.values()) {
      meanings.put("  " + fault.label(), fault.meaning());
    }
    return "\nFaults, for --fault, or in the message of a chat as [fault:NAME]:\n"
        + help.createTextTable(meanings);
  }

  private static int report(Exception e, PrintWriter errors, ArgumentRedaction redaction)
      throws Exception {
    if (e instanceof UserError error) {
      errors.println("error: " + redaction.of(error.getMessage()));
      errors.println(redaction.of(error.hint()));
      return error.exitCode().code();
    }
    throw e;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (reportDir != null) {
      lock = ReportDirLock.join(new ReportDir(reportDir));
    }
    TargetConfig config = config();
    SelfWarmUp.run();
    try (EmbeddedTarget target = EmbeddedTarget.start(config)) {
      Thread onSignal = new Thread(target::close, "chatload-target-stop");
      Runtime.getRuntime().addShutdownHook(onSignal);
      out.print("listening on " + target.chatUrl() + "\n");
      out.flush();
      awaitEnd();
      forget(onSignal);
    }
    return ExitCode.PASS.code();
  }

  private static void forget(Thread shutdownHook) {
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException e) {
      // a signal arrived meanwhile: both close the service, which does no harm
    }
  }

  private TargetConfig config() {
    String secret = environment.get(SECRET_VARIABLE);
    if (secret == null || secret.isEmpty()) {
      throw UserError.usage(
          SECRET_VARIABLE + " is not set", "Export the HS256 secret, at least 32 bytes.");
    }
    try {
      TargetConfig config =
          TargetConfig.defaults(new Secret(secret))
              .withPort(port)
              .speaking(wire())
              .withClaims(tenantClaim, userClaim)
              .withInsecureContext(allowInsecureContext)
              .withFaults(FaultPlan.parse(faults))
              .withTiming(
                  new Timing(
                      Delay.parse(firstToken),
                      Delay.parse(gap),
                      tokens == null ? Timing.defaults().tokens() : tokens,
                      seed));
      return journal == null ? config : config.withJournalFile(journal);
    } catch (IllegalArgumentException e) {
      throw UserError.usage(e.getMessage(), "Correct the value; --help lists all options.");
    }
  }

  private WireFormat wire() {
    if (WireFormat.NAMES.contains(protocol)) {
      return WireFormat.named(protocol);
    }
    List<String> near = Spelling.near(protocol, WireFormat.NAMES);
    throw UserError.usage(
        "the embedded chat service speaks no such protocol",
        (near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ")
            + "Use one of "
            + String.join(", ", WireFormat.NAMES)
            + ".");
  }

  /** Until standard input ends, or for ever: a signal ends the process from outside. */
  private void awaitEnd() throws InterruptedException {
    if (!stopWithStdin) {
      new CountDownLatch(1).await();
    }
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

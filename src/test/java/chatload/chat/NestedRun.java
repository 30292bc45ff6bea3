package chatload.chat;

import io.gatling.app.Runner;
import io.gatling.core.actor.ActorSystem;
import io.gatling.core.cli.GatlingArgs;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.javaapi.core.Simulation;
import io.gatling.netty.util.Transports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import scala.Option;

/**
 * A Gatling run inside this JVM that leaves nothing behind: no report, no log. Gatling's own entry
 * point would also stop the logging of the run around it.
 */
final class NestedRun {
  private NestedRun() {}

  /** Runs the simulation to its end. */
  static void of(Class<? extends Simulation> simulation) {
    GatlingConfiguration configuration = GatlingConfiguration.load();
    Path results = temporaryDirectory();
    ActorSystem system = new ActorSystem();
    var eventLoops =
        Transports.newEventLoopGroup(
            configuration.netty().useNativeTransport(),
            configuration.netty().useIoUring(),
            0,
            "nested-gatling");
    GatlingArgs arguments =
        GatlingArgs.apply(
            Option.apply(simulation.getName()),
            Option.empty(),
            true,
            Option.empty(),
            Option.apply(results),
            Option.empty(),
            Option.empty());
    try {
      Runner.apply(system, eventLoops, arguments, configuration).run();
    } finally {
      system.close();
      eventLoops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
      delete(results);
    }
  }

  private static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory("chatload-nested-run");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

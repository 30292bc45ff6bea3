package chatload.bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.sse;

import chatload.run.Scenario;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.SseMessageCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The same chats as Gatling's documentation would have them written, without anything of this
 * project but a nanosecond clock in the checks: for comparison.
 */
public final class PlainSimulation extends Simulation {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Queue<Timed> times = new ConcurrentLinkedQueue<>();
  private final BenchArguments arguments = BenchArguments.fromSystem();

  private final SseMessageCheck firstToken =
      sse.checkMessage("first token")
          .matching(jsonPath("$.event").is("token"))
          .check(bodyString().transform(text -> System.nanoTime()).saveAs("firstToken"));

  private final SseMessageCheck done =
      sse.checkMessage("done")
          .matching(jsonPath("$.event").is("done"))
          .check(bodyString().transform(text -> System.nanoTime()).saveAs("done"));

  private final ChainBuilder chat =
      repeat(arguments.chats() / arguments.users())
          .on(
              exec(PlainSimulation::start)
                  .exec(
                      sse("chat")
                          .post(arguments.url().getPath())
                          .header("content-type", "application/json")
                          .header("authorization", "Bearer " + arguments.token())
                          .header("x-trace-id", "#{traceId}")
                          .body(StringBody("{\"threadId\":\"bench\",\"message\":\"bench\"}"))
                          .await(PATIENCE)
                          .on(firstToken))
                  .exec(sse("done").setCheck().await(PATIENCE).on(done))
                  .exec(sse("close").close())
                  .exec(this::note));

  {
    setUp(
            scenario("plain")
                .exec(chat)
                .injectOpen(rampUsers(arguments.users()).during(Scenario.RAMP)))
        .protocols(http.baseUrl("http://" + arguments.url().getAuthority()));
  }

  private static Session start(Session session) {
    return session
        .remove("firstToken")
        .remove("done")
        .set("traceId", UUID.randomUUID().toString())
        .set("start", System.nanoTime());
  }

  private Session note(Session session) {
    if (session.contains("firstToken") && session.contains("done")) {
      times.add(
          Timed.ofNanos(
              session.getString("traceId"),
              session.getLong("start"),
              session.getLong("firstToken"),
              session.getLong("done")));
    }
    return session;
  }

  @Override
  public void after() {
    try {
      Timed.write(Path.of(arguments.times()), times);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package chatload.load.engine;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.sse;

import chatload.launch.RunState;
import chatload.load.exchange.ChatCourse;
import chatload.load.exchange.ChatListener;
import chatload.load.exchange.ChatOutcome;
import chatload.load.exchange.ChatPlan;
import chatload.metric.Aggregate;
import chatload.metric.ChatTime;
import chatload.metric.Metrics;
import chatload.metric.Thresholds;
import chatload.run.InForce;
import chatload.run.Watched;
import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.SseMessageCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The chat exchange in Gatling's DSL. The report shows the group {@code chat} with {@code first
 * token} inside, both from the instant of sending; a failed chat fails both, or only the outer one
 * when it failed after its first token.
 */
public final class ChatExchange {

  private static final String STREAM = "stream";
  private static final String CHAT = "chat";
  private static final String SHARE = "share";
  private static final String THINK = "think";

  private static final SseMessageCheck FIRST_TOKEN =
      sse.checkMessage("first token")
          .matching(substring("\"event\":\"" + ChatListener.FIRST_TOKEN + "\""))
          .check(bodyString().exists());

  private static final SseMessageCheck TERMINAL =
      sse.checkMessage("terminal event")
          .matching(substring("\"event\":\"" + ChatListener.TERMINAL + "\""))
          .check(bodyString().exists());

  private final ChatLoad load;
  private final Observed observed;

  /**
   * @param load where the chats come from
   */
  public ChatExchange(ChatLoad load) {
    this.load = load;
    this.observed = new Observed(load);
  }

  /** What Gatling must know; how chats are sent is {@link TargetClient}'s. */
  public static HttpProtocolBuilder protocol() {
    return http.disableCaching().disableFollowRedirect();
  }

  /** Sends the chats of one user's share, each as soon as the last one is over. */
  public ChainBuilder chats() {
    return exec(this::arrive)
        .exec(next())
        .asLongAs(ChatExchange::hasChat, "chats", false)
        .on(chat(), next())
        .stopLoadGeneratorIf("nothing is left to be sent", session -> load.isOver());
  }

  /** What the generator saw of itself since the run began; empty if it never did. */
  public Optional<Watched> seen() {
    return observed.seen();
  }

  /** How it goes; empty before the first chat. */
  public Optional<RunState> state() {
    return observed.state();
  }

  /** What was in force on the connections so far. */
  public InForce inForce() {
    return observed.inForce();
  }

  /** Whether certificates and host names were verified so far. */
  public boolean isTlsVerified() {
    return observed.isTlsVerified();
  }

  private ChainBuilder chat() {
    Duration longerThanAnyChat = load.timeLimit().plusSeconds(30);
    return group(CHAT)
        .on(
            group("first token")
                .on(
                    observed.request(
                        // Which chat it is; ObservedClient makes the request that is sent.
                        sse("response headers")
                            .sseName(STREAM)
                            .post("http://chat")
                            .header(ChatPlan.TRACE_HEADER, s -> chat(s).plan().traceId())
                            .await(longerThanAnyChat)
                            .on(FIRST_TOKEN))),
            doIf(s -> !s.isFailed())
                .then(
                    sse("terminal event")
                        .sseName(STREAM)
                        .setCheck()
                        .await(longerThanAnyChat)
                        .on(TERMINAL)),
            asLongAs(s -> chat(s).isRunning(), "rest", false).on(pause(Duration.ofMillis(1))),
            exec(s -> chat(s).isOk() ? s : s.markAsFailed()))
        .exec(this::over);
  }

  private ChainBuilder next() {
    return exec(this::think)
        .doIf(s -> !thought(s).isZero())
        .then(pause(ChatExchange::thought))
        .exec(this::next);
  }

  private Session think(Session session) {
    return guarded(
        session,
        s -> {
          Share share = s.get(SHARE);
          return s.set(THINK, share == null ? Duration.ZERO : share.think());
        });
  }

  private static Duration thought(Session session) {
    return session.contains(THINK) ? session.get(THINK) : Duration.ZERO;
  }

  private Session arrive(Session session) {
    return guarded(session, s -> s.set(SHARE, load.arrive()));
  }

  private Session next(Session session) {
    return guarded(
        session,
        s -> {
          Share share = s.get(SHARE);
          Optional<ChatPlan> plan = share == null ? Optional.empty() : share.next();
          if (plan.isEmpty()) {
            return s.remove(CHAT);
          }
          ChatCourse chat = new ChatCourse(plan.get(), load.ids(), load.client().protocol());
          observed.expect(chat);
          return s.markAsSucceeded().set(CHAT, chat);
        });
  }

  private Session over(Session session) {
    return guarded(
            session,
            s -> {
              ChatCourse chat = chat(s);
              ChatOutcome outcome = chat.outcome();
              if (outcome.isOk()) {
                observed.logOkTimings(s, outcome);
              }
              observed.over(chat);
              load.over(outcome);
              return s;
            })
        .remove(STREAM);
  }

  /**
   * What is thrown here may cost a chat, and then the run can't be complete; but Gatling would lose
   * the user over some of it, and wait for ever.
   */
  private Session guarded(Session session, UnaryOperator<Session> step) {
    try {
      return step.apply(session);
    } catch (Throwable e) {
      load.broken(e);
      return session.remove(CHAT);
    }
  }

  private static boolean hasChat(Session session) {
    return session.contains(CHAT);
  }

  private static ChatCourse chat(Session session) {
    return session.get(CHAT);
  }

  /**
   * The thresholds as Gatling assertions: success over all chats, P95 over OK chats. Gatling
   * estimates percentiles; the exact verdict is the report's. What Gatling does not measure, such
   * as gaps, is limited there alone.
   *
   * @param someGiveUp whether chats are closed on purpose, which Gatling can only take for failures
   */
  public static List<Assertion> assertions(Thresholds thresholds, boolean someGiveUp) {
    List<Assertion> assertions = new ArrayList<>();
    thresholds
        .limits()
        .forEach(
            (metric, limit) -> {
              if (metric.equals(Metrics.SUCCESS_RATE) && !someGiveUp) {
                assertions.add(details(CHAT).successfulRequests().percent().gte(limit * 100));
              } else if (metric.quantity() instanceof ChatTime time) {
                assertions.add(assertion(metric.how(), time, (int) limit.doubleValue()));
              }
            });
    return assertions;
  }

  private static Assertion assertion(Aggregate how, ChatTime time, int limit) {
    var millis = details(OkTimings.group(time)).responseTime();
    return switch (how) {
      case MAX -> millis.max().lte(limit);
      case MEAN -> millis.mean().lte(limit);
      default -> millis.percentile(how.permille() / 10.0).lte(limit);
    };
  }
}

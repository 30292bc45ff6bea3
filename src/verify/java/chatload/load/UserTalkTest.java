package chatload.load;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.TokenSource;
import chatload.load.engine.Share;
import chatload.load.exchange.ChatOutcome;
import chatload.load.exchange.ChatPlan;
import chatload.load.exchange.RunIds;
import chatload.load.record.ChatRecords;
import chatload.load.record.ManifestDraft;
import chatload.protocol.Asked.Said;
import chatload.protocol.Pace;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import chatload.settings.Setting;
import chatload.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One user with conversations of three turns and of one. */
class UserTalkTest {

  private static final String DATA =
      "{\"turns\":[{\"message\":\"a ${unique}\"},{\"message\":\"b\",\"thinkMs\":1500},{\"message\":\"c\"}]}\n"
          + "\"d\"\n";

  @TempDir Path temp;
  private final List<ChatOutcome> notSent = new ArrayList<>();
  private ChatPlans plans;
  private Share.Source user;

  @BeforeEach
  void aRun() throws Exception {
    Settings settings =
        Settings.of(
            Map.of(
                Setting.URL, "http://127.0.0.1:9/v1",
                Setting.PROTOCOL, "openai-chat",
                Setting.MODEL, "m",
                Setting.SECRET, "s3cr3t-0123456789-0123456789-0123",
                Setting.SET, "smoke.requests=8,smoke.concurrency=1",
                Setting.DATA, Files.writeString(temp.resolve("d.jsonl"), DATA).toString()),
            new Properties(),
            Map.of());
    TokenSource tokens = settings.tokens(settings.credential().orElseThrow(), Clock.systemUTC());
    ManifestDraft manifest =
        new ManifestDraft(
            "run-1", settings.scenario("smoke"), settings, settings.url().orElseThrow());
    plans =
        new ChatPlans(
            settings,
            settings.scenario("smoke"),
            tokens,
            RunIds.NONE,
            manifest,
            Optional.empty(),
            notSent::add);
    user = plans.of(1);
  }

  @Test
  void aConversationHasOneThreadAndWhatWasReallySaid() {
    ChatPlan first = next(1);
    assertThat(first.threadId()).isEqualTo("scenario-smoke-run-1-1");
    assertThat(first.message()).isEqualTo("a " + first.traceId());
    assertThat(first.history()).isEmpty();
    plans.over(ended(first, Outcome.OK, null, "A"));
    assertThat(user.think(2)).isEqualTo(Duration.ofMillis(1500));
    ChatPlan second = next(2);
    plans.over(ended(second, Outcome.OK, null, "B"));
    ChatPlan third = next(3);
    assertThat(third.threadId()).isEqualTo(first.threadId());
    assertThat(third.history())
        .containsExactly(
            new Said(false, first.message()),
            new Said(true, "A"),
            new Said(false, "b"),
            new Said(true, "B"));
    assertThat(third.turn().earlierTraceIds())
        .containsExactlyInAnyOrder(first.traceId(), second.traceId());
    plans.over(ended(third, Outcome.OK, null, "C"));
    ChatPlan other = next(4);
    assertThat(other.threadId()).isEqualTo("scenario-smoke-run-1-4");
    assertThat(other.history()).isEmpty();
    assertThat(notSent).isEmpty();
  }

  @Test
  void afterATurnThatFailedTheOthersAreNotSentForTheSameCause() {
    plans.over(ended(next(1), Outcome.TRUNCATED, Cause.SERVICE, "A"));
    assertThat(user.leavesOut(2)).isTrue();
    assertThat(user.leavesOut(3)).isTrue();
    assertThat(next(4).message()).isEqualTo("d");
    assertThat(notSent).hasSize(2);
    ChatRecord record = ChatRecords.of("run-1", "smoke", 0, notSent.get(0));
    assertThat(record.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(record.cause()).isEqualTo(Cause.SERVICE);
    assertThat(record.error()).isEqualTo("turn 1 of its conversation was TRUNCATED");
    assertThat(record.turn()).isEqualTo(2);
    assertThat(record.posts()).isZero();
    assertThat(record.elapsedMs()).isZero();
  }

  @Test
  void aReplyThatIsNotKeptWholeIsNotSentAgainAndThatIsNotTheServicesFault() {
    plans.over(ended(next(1), Outcome.OK, null, "x".repeat(1 << 16)));
    assertThat(user.leavesOut(2)).isTrue();
    assertThat(notSent.get(0).cause()).isEqualTo(Cause.GENERATOR);
  }

  @Test
  void theServicesNameForAConversationGoesWithItsFurtherTurnsAlone() {
    assertThat(next(1).conversationName()).isEmpty();
    plans.over(named(next(1), "c1"));
    assertThat(next(2).conversationName()).isEqualTo("c1");
    assertThat(next(2).turn().isLast()).isFalse();
    plans.over(named(next(2), null));
    assertThat(next(3).conversationName()).isEqualTo("c1");
    assertThat(next(3).turn().isLast()).isTrue();
    plans.over(named(next(3), "c1"));
    assertThat(next(4).conversationName()).isEmpty();
  }

  private static ChatOutcome named(ChatPlan plan, String conversation) {
    return ended(plan, Outcome.OK, null, "A", conversation);
  }

  private ChatPlan next(int id) {
    assertThat(user.leavesOut(id)).isFalse();
    return user.chat(id).orElseThrow();
  }

  private static ChatOutcome ended(ChatPlan plan, Outcome outcome, Cause cause, String reply) {
    return ended(plan, outcome, cause, reply, null);
  }

  private static ChatOutcome ended(
      ChatPlan plan, Outcome outcome, Cause cause, String reply, String conversation) {
    return new ChatOutcome(
        plan,
        outcome,
        cause,
        null,
        1,
        new ChatOutcome.Times(0, 0, 1, 1, 2, 2, 2, 0, 0, 0, 0, -1),
        new ChatOutcome.Reply(
            200, true, 1, "done", null, reply, new Pace(), null, false, conversation),
        null,
        false);
  }
}

package chatload.load;

import chatload.auth.TokenSource;
import chatload.conversation.Conversations;
import chatload.conversation.Turn;
import chatload.load.engine.Share;
import chatload.load.exchange.ChatOutcome;
import chatload.load.exchange.ChatPlan;
import chatload.load.exchange.RunIds;
import chatload.load.exchange.TurnPlan;
import chatload.load.record.ManifestDraft;
import chatload.run.Cause;
import chatload.run.Scenario;
import chatload.run.Schedule;
import chatload.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Says of each chat of a run, when its turn has come, what is sent. */
final class ChatPlans {

  private final Settings settings;
  private final Scenario scenario;
  private final TokenSource tokens;
  private final RunIds ids;
  private final ManifestDraft manifest;
  private final Consumer<ChatOutcome> notSent;
  private final String threadStem;
  private final Optional<Schedule> schedule;
  private final BitSet cancels;
  private final Optional<OpenLoad> load;
  private final CertainFail certain;
  private final boolean aborts;

  /** Why no more chats are sent; null as long as they are. */
  private volatile String ended;

  private final Map<Integer, UserTalk> talks = new ConcurrentHashMap<>();

  /**
   * @param load that the chats are of, if they are due at instants of their own
   * @param notSent takes chats that are not sent since one before them failed
   */
  ChatPlans(
      Settings settings,
      Scenario scenario,
      TokenSource tokens,
      RunIds ids,
      ManifestDraft manifest,
      Optional<OpenLoad> load,
      Consumer<ChatOutcome> notSent) {
    this.settings = settings;
    this.scenario = scenario;
    this.tokens = tokens;
    this.ids = ids;
    this.manifest = manifest;
    this.load = load;
    this.notSent = notSent;
    this.threadStem = JobIds.threadStem(settings, scenario.name(), manifest.runId());
    this.cancels =
        settings
            .cancel()
            .map(cancel -> cancel.chats(scenario.name(), scenario.requests()))
            .orElseGet(BitSet::new);
    this.schedule =
        settings
            .data()
            .map(Conversations::used)
            .map(
                data ->
                    Schedule.of(
                        data, scenario.name(), scenario.requests(), scenario.concurrency()));
    // What has to be proven is judged by the chats that were sent.
    this.aborts =
        settings.abort().orElse(scenario.isSoak()) && scenario.thresholds().confidence() == null;
    this.certain = new CertainFail(scenario.thresholds(), scenario.requests(), cancels);
  }

  /** The chats of that user. */
  Share.Source of(int user) {
    Share.Source chats = chats(user);
    return new UnlessEnded(load.isPresent() ? new DueChat(load.get(), chats) : chats, chats);
  }

  private Share.Source chats(int user) {
    if (schedule.isEmpty()) {
      return id -> Optional.of(plan(id, user, threadId(id), settings.message(), null));
    }
    UserTalk talk = new UserTalk(this, user, schedule.get(), settings.data().orElseThrow());
    if (load.isEmpty()) {
      talks.put(user, talk); // who has one chat has no other after it
    }
    return talk;
  }

  /** A user's chats until nobody sends any more; what is left is noted. */
  private final class UnlessEnded implements Share.Source {
    private final Share.Source source;
    private final Share.Source chats;

    UnlessEnded(Share.Source source, Share.Source chats) {
      this.source = source;
      this.chats = chats;
    }

    @Override
    public boolean leavesOut(int id) {
      if (ended == null) {
        return source.leavesOut(id);
      }
      leaveOut(chats, id);
      return true;
    }

    @Override
    public Duration think(int id) {
      return source.think(id);
    }

    @Override
    public Optional<ChatPlan> chat(int id) {
      if (ended == null) {
        return source.chat(id);
      }
      leaveOut(chats, id);
      return Optional.empty();
    }
  }

  /** Of a user who has not come yet, and never will. */
  void leaveOut(int user, int id) {
    leaveOut(chats(user), id);
  }

  private void leaveOut(Share.Source chats, int id) {
    ChatPlan plan = chats.chat(id).orElseThrow();
    notSent.accept(ChatOutcome.notSent(plan, Cause.GENERATOR, ended));
  }

  /** The one chat of a user, when it is due. */
  private final class DueChat implements Share.Source {
    private final OpenLoad open;
    private final Share.Source source;

    DueChat(OpenLoad open, Share.Source source) {
      this.open = open;
      this.source = source;
    }

    @Override
    public Duration think(int id) {
      return open.untilDue(id);
    }

    @Override
    public Optional<ChatPlan> chat(int id) {
      Optional<Cause> kept = open.begin(id);
      if (kept.isEmpty()) {
        return source.chat(id);
      }
      ChatPlan plan = source.chat(id).orElseThrow();
      notSent(ChatOutcome.notSent(plan, kept.get(), open.full()));
      return Optional.empty();
    }
  }

  /** A chat is over, before its user has another. */
  void over(ChatOutcome chat) {
    load.ifPresent(OpenLoad::over);
    UserTalk talk = talks.get(chat.plan().user());
    if (talk != null) {
      talk.over(chat);
    }
    look(chat);
  }

  void notSent(ChatOutcome chat) {
    notSent.accept(chat);
    look(chat);
  }

  /** Whether the verdict can only be FAIL, and so nobody sends any more. */
  private void look(ChatOutcome chat) {
    if (aborts && certain.isAfter(chat) && ended == null) {
      ended = certain.why();
    }
  }

  /** Whether nobody sends any more. */
  boolean haveEnded() {
    return ended != null;
  }

  String threadId(int id) {
    return threadStem + id;
  }

  /** Whether replies go with the requests that follow. */
  boolean sendsHistory() {
    return settings.client().protocol().sendsHistory();
  }

  ChatPlan plan(int id, int user, String threadId, String message, TurnPlan turn) {
    noticeExpiry();
    String traceId = UUID.randomUUID().toString();
    ids.add(traceId);
    return new ChatPlan(
        id,
        user,
        traceId,
        threadId,
        message.replace(Turn.UNIQUE, traceId),
        tokens.token(user),
        scenario.timeLimit(),
        settings.fallbackReplies(),
        tokens.redaction(),
        cancels.get(id) ? Duration.ofMillis(settings.cancel().orElseThrow().afterMs()) : null,
        turn,
        load.map(open -> open.dueNanos(id)).orElse(null));
  }

  /** Chats that a service turns away because of our token's age say nothing about the service. */
  private void noticeExpiry() {
    tokens
        .expiresAt()
        .filter(expiry -> expiry.isBefore(Instant.now()))
        .ifPresent(expiry -> manifest.problem("the ready token expired at " + expiry));
  }
}

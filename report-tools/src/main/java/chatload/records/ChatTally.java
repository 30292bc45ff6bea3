package chatload.records;

import chatload.files.Lines;
import chatload.files.ReportDir;
import chatload.records.Defect.Kind;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import chatload.run.RunManifest;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes in the records of one run, line by line, and holds each against the manifest. */
public final class ChatTally implements Lines.Visitor {

  /** By how much later than planned a chat may be given up. */
  private static final int LATE_MS = 1000;

  private final RunManifest manifest;
  private final RecordLine reader = new RecordLine();
  private final BitSet seen = new BitSet();
  private final Map<Kind, Defect> defects = new EnumMap<>(Kind.class);
  private final ChatColumns columns;
  private final TurnOrder turns;
  private final DueTimes due;

  /** Those that are closed on purpose. */
  private final BitSet cancels;

  private int notEchoed;
  private int notPersisted;
  private int ableToStream;
  private int inBursts;
  private TokensUsed used = TokensUsed.NONE;
  private double longestStallMs;
  private int stalled = -1;
  private double firstStartMs = Double.POSITIVE_INFINITY;
  private double lastEndMs = Double.NEGATIVE_INFINITY;

  public ChatTally(RunManifest manifest) {
    this.manifest = manifest;
    this.columns = new ChatColumns(manifest.thresholds().limited());
    RunManifest.Config config = manifest.config();
    this.cancels =
        config.cancel() == null
            ? new BitSet()
            : config.cancel().chats(manifest.scenario(), config.requests());
    this.turns =
        new TurnOrder(config.data(), manifest.scenario(), config.requests(), config.concurrency());
    this.due = new DueTimes(config.load(), config.joined());
  }

  @Override
  public void line(int number, long offset, byte[] bytes, int length) {
    ChatRecord chat = reader.read(bytes, 0, length);
    if (chat == null || !hasPossibleTimes(chat)) {
      note(Kind.UNREADABLE_LINE, number);
    } else if (!chat.runId().equals(manifest.runId())
        || !chat.scenario().equals(manifest.scenario())) {
      note(Kind.OTHER_RUN, number);
    } else if (chat.id() > manifest.config().requests() || !isOfThisPart(chat)) {
      note(Kind.ID_OUT_OF_RANGE, number);
    } else if (seen.get(chat.id())) {
      note(Kind.DUPLICATE_ID, number);
    } else {
      add(chat, number);
      columns.add(chat, countsAs(chat), offset, length);
    }
  }

  private boolean isOfThisPart(ChatRecord chat) {
    RunManifest.Config config = manifest.config();
    return config.share().isMine(Users.of(chat.id(), config.concurrency()));
  }

  @Override
  public void tooLong(int number) {
    note(Kind.UNREADABLE_LINE, number);
  }

  @Override
  public void torn(int number) {
    note(Kind.TORN_LINE, number);
  }

  /** Defects found, in the order of their kinds. */
  public List<Defect> defects() {
    return List.copyOf(defects.values());
  }

  /** What the records of that scenario, which were handed in, say together. */
  public RecordedChats chats(ReportDir dir, String scenario) {
    RunManifest.Config config = manifest.config();
    int[] missing = new int[config.due() - seen.cardinality()];
    int next = 0;
    for (int id = seen.nextClearBit(1); next < missing.length; id = seen.nextClearBit(id + 1)) {
      if (config.share().isMine(Users.of(id, config.concurrency()))) {
        missing[next++] = id;
      }
    }
    return new RecordedChats(
        columns,
        new RecordFile(dir, dir.chats(scenario)),
        missing,
        new Traits(
            seen.isEmpty() ? null : lastEndMs - firstStartMs,
            notPersisted,
            notEchoed,
            ableToStream,
            inBursts,
            used,
            stalled),
        config.isOpen()
            ? Users.unknown(columns)
            : new Users(columns, config.concurrency(), config.share().users(config.concurrency())));
  }

  private void add(ChatRecord chat, int number) {
    seen.set(chat.id());
    firstStartMs = Math.min(firstStartMs, chat.startMs());
    lastEndMs = Math.max(lastEndMs, chat.startMs() + chat.elapsedMs());
    if (!isOfItsUser(chat)) {
      note(Kind.WRONG_USER, number);
    }
    if (!turns.fits(chat)) {
      note(Kind.WRONG_TURN, number);
    }
    if (!due.fit(chat)) {
      note(Kind.WRONG_START, number);
    }
    if (!isCancelledAsPlanned(chat)) {
      note(Kind.WRONG_CANCEL, number);
    }
    if (chat.posts() > 1) {
      note(Kind.MORE_THAN_ONE_POST, number);
    }
    if (Boolean.FALSE.equals(chat.traceEchoed())) {
      notEchoed++;
    }
    used = used.and(chat);
    if (countsAs(chat).isOk()) {
      addOk(chat, number);
    }
  }

  /** In runs of versions whose users shared one pool of chats, no record names a user. */
  private boolean isOfItsUser(ChatRecord chat) {
    RunManifest.Config config = manifest.config();
    return config.rampMs() == null
        ? chat.user() == null
        : chat.user() != null && chat.user() == Users.of(chat.id(), config.concurrency());
  }

  /** What is the load generator's own trouble stays that. */
  private Outcome countsAs(ChatRecord chat) {
    return isChosen(chat) ? Outcome.CANCELLED : chat.outcome();
  }

  /** Whether it was to be given up, and so counts for nothing, whatever became of it. */
  private boolean isChosen(ChatRecord chat) {
    return cancels.get(chat.id()) && chat.cause() != Cause.GENERATOR;
  }

  private boolean isCancelledAsPlanned(ChatRecord chat) {
    if (chat.outcome() == Outcome.CANCELLED) {
      return cancels.get(chat.id())
          && chat.elapsedMs() >= manifest.config().cancel().afterMs()
          && chat.totalMs() == null;
    }
    return !chat.outcome().isOk()
        || !cancels.get(chat.id())
        || chat.totalMs() <= manifest.config().cancel().afterMs() + LATE_MS;
  }

  private void addOk(ChatRecord chat, int number) {
    if (contradictsItself(chat)) {
      note(Kind.CONTRADICTION, number);
    }
    if (chat.persistedCount() != null && chat.persistedCount() <= 0) {
      notPersisted++;
    }
    if (chat.maxGapAt() != null && chat.stallMs() > longestStallMs) {
      longestStallMs = chat.stallMs();
      stalled = columns.size();
    }
    if (Burst.canTell(chat.chunks(), chat.totalMs())) {
      ableToStream++;
    }
    if (Burst.is(chat.chunks(), chat.firstTokenMs(), chat.totalMs(), chat.maxGapMs())) {
      inBursts++;
    }
  }

  /** Whether something in an OK record can't be true of an OK chat. */
  private boolean contradictsItself(ChatRecord chat) {
    return chat.status() == null
        || chat.status() != 200
        || chat.error() != null
        || chat.posts() < 1
        || chat.chunks() < 1
        || chat.firstTokenMs() <= 0
        || chat.totalMs() < chat.firstTokenMs()
        || chat.totalMs() > manifest.config().timeoutMs();
  }

  private static boolean hasPossibleTimes(ChatRecord chat) {
    return isPossible(chat.startMs())
        && isPossible(chat.elapsedMs())
        && isPossible(chat.firstTokenMs())
        && isPossible(chat.totalMs())
        && isPossible(chat.maxGapMs())
        && (chat.closedMs() == null
            || (chat.closedMs() >= chat.elapsedMs() && isPossible(chat.closedMs())))
        && isPart(chat.generatorFirstTokenMs(), chat.firstTokenMs())
        && isPossible(chat.thoughtMs())
        && TokensUsed.isPossible(chat)
        && isPossible(chat.firstGeneratedMs())
        && (chat.firstTokenMs() == null || isPart(chat.firstGeneratedMs(), chat.firstTokenMs()))
        && isPart(chat.generatorFirstGeneratedMs(), chat.firstGeneratedMs())
        && isPart(chat.generatorTotalMs(), chat.totalMs())
        && isPart(chat.p95GapMs(), chat.maxGapMs())
        && isPart(chat.generatorMaxGapMs(), chat.maxGapMs())
        && isPart(chat.generatorP95GapMs(), chat.p95GapMs())
        && isPart(chat.generatorClosedMs(), chat.closedMs())
        && isPossible(chat.sentMs())
        && (chat.maxGapAt() == null || chat.maxGapAt() >= 1 && chat.maxGapAt() < chat.chunks())
        && (chat.chars() == null || chat.chars() >= 1);
  }

  private static boolean isPossible(Double millis) {
    return millis == null || (millis >= 0 && millis < Double.POSITIVE_INFINITY);
  }

  private static boolean isPart(Double part, Double whole) {
    return part == null || (whole != null && part >= 0 && part <= whole);
  }

  private void note(Kind kind, int line) {
    defects.merge(
        kind,
        new Defect(kind, 1, line, null),
        (known, added) -> new Defect(kind, known.count() + 1, known.firstLine(), null));
  }
}

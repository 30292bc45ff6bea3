package chatload.gatling;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes simulation.log as its format says, for tests. */
public final class TestLog {

  private final DataOutputStream out;
  private final Map<String, Integer> cache = new HashMap<>();

  public TestLog(OutputStream stream, String version, long startMillis, String... scenarios) {
    out = new DataOutputStream(stream);
    run(
        () -> {
          out.writeByte(0);
          string(version);
          string("example.Simulation");
          out.writeLong(startMillis);
          string("");
          out.writeInt(scenarios.length);
          for (String scenario : scenarios) {
            string(scenario);
          }
          out.writeInt(0);
        });
  }

  /** The log of chats that took these times, milliseconds; the failed ones end after a token. */
  public static byte[] ofChats(int[] firstTokenMillis, int[] totalMillis, int failed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TestLog log = new TestLog(bytes, "3.15.1", 1_795_463_524_740L, "smoke");
    log.user(0, true, 0);
    for (int i = 0; i < totalMillis.length; i++) {
      log.chat(i * 10, firstTokenMillis[i], totalMillis[i], i >= failed);
    }
    log.user(0, false, 100_000);
    return bytes.toByteArray();
  }

  /** One chat as the chat exchange leaves it: three rows and two groups. */
  public TestLog chat(int start, int firstToken, int total, boolean ok) {
    List<String> inner = List.of("chat", "first token");
    request(inner, "response headers", start, start + 2, true, "");
    request(inner, "first token", start + 2, start + firstToken, true, "");
    group(inner, start, start + firstToken, firstToken, true);
    request(
        List.of("chat"),
        "terminal event",
        start + firstToken,
        start + total,
        ok,
        ok ? "" : "no terminal event");
    return group(List.of("chat"), start, start + total, total, ok);
  }

  public TestLog user(int scenario, boolean start, int at) {
    return run(
        () -> {
          out.writeByte(2);
          out.writeInt(scenario);
          out.writeBoolean(start);
          out.writeInt(at);
        });
  }

  public TestLog request(
      List<String> groups, String name, int start, int end, boolean ok, String message) {
    return run(
        () -> {
          out.writeByte(1);
          groups(groups);
          cached(name);
          out.writeInt(start);
          out.writeInt(end);
          out.writeBoolean(ok);
          cached(message);
        });
  }

  public TestLog group(List<String> groups, int start, int end, int cumulated, boolean ok) {
    return run(
        () -> {
          out.writeByte(3);
          groups(groups);
          out.writeInt(start);
          out.writeInt(end);
          out.writeInt(cumulated);
          out.writeBoolean(ok);
        });
  }

  public TestLog error(String message, int at) {
    return run(
        () -> {
          out.writeByte(4);
          cached(message);
          out.writeInt(at);
        });
  }

  private void groups(List<String> groups) throws IOException {
    out.writeInt(groups.size());
    for (String group : groups) {
      cached(group);
    }
  }

  private void cached(String text) throws IOException {
    Integer index = cache.putIfAbsent(text, cache.size() + 1);
    if (index != null) {
      out.writeInt(-index);
    } else {
      out.writeInt(cache.size());
      string(text);
    }
  }

  private void string(String text) throws IOException {
    boolean latin = text.chars().allMatch(c -> c < 256);
    byte[] bytes = text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE);
    out.writeInt(bytes.length);
    if (bytes.length > 0) {
      out.write(bytes);
      out.writeByte(latin ? 0 : 1);
    }
  }

  private TestLog run(Writing writing) {
    try {
      writing.write();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Writing {
    void write() throws IOException;
  }
}

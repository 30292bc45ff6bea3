package chatload.settings;

import chatload.tool.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Arguments, variables and system properties as they were given, in UTF-8 whatever the locale. Java
 * reads them in the locale's encoding and puts a question mark or U+FFFD in the place of what that
 * does not have; then the bytes are read again from {@code /proc}, where there is one, and what
 * can't be made out is refused.
 */
public final class ProcessText {

  private static final String HINT =
      "Use a UTF-8 locale (export LC_ALL=C.UTF-8), and text that is UTF-8.";

  private final Path proc;
  private final boolean utf8;

  /**
   * @param proc directory with {@code cmdline} and {@code environ}, and those of the parent process
   *     in {@code parent}; need not exist
   * @param encoding in which Java reads arguments and variables
   */
  ProcessText(Path proc, String encoding) {
    this.proc = proc;
    this.utf8 = "UTF-8".equalsIgnoreCase(encoding);
  }

  /** Of this process. */
  public static ProcessText ofThisProcess() {
    return new ProcessText(Path.of("/proc"), System.getProperty("sun.jnu.encoding", ""));
  }

  /**
   * The arguments of {@code main}.
   *
   * @throws UserError with exit code 2 for one that is not UTF-8 or can't be made out
   */
  public String[] arguments(String[] args) {
    List<byte[]> raw = words(proc.resolve("self/cmdline")).orElse(List.of());
    int first = raw.size() - args.length;
    String[] whole = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      String what = "argument " + (i + 1) + " of the command line";
      whole[i] = first < 0 ? readable(what, args[i]) : strict(what, raw.get(first + i));
    }
    return whole;
  }

  /**
   * The environment, with the variables of {@link Setting} as they were given.
   *
   * @throws UserError with exit code 2 for one that is not UTF-8 or can't be made out
   */
  public Map<String, String> environment(Map<String, String> environment) {
    Map<String, byte[]> raw = new HashMap<>();
    for (byte[] word : words(proc.resolve("self/environ")).orElse(List.of())) {
      int equals = indexOf(word, '=');
      if (equals > 0) {
        raw.put(latin(word, 0, equals), Arrays.copyOfRange(word, equals + 1, word.length));
      }
    }
    Map<String, String> whole = new HashMap<>(environment);
    for (Setting setting : Setting.values()) {
      String name = setting.variable();
      whole.computeIfPresent(
          name,
          (key, value) -> raw.containsKey(key) ? strict(key, raw.get(key)) : readable(key, value));
    }
    return whole;
  }

  /**
   * The system properties, with those of {@link Setting} as they were given. Under Maven, whose
   * process hands them to this one, the bytes stand in the command line of that one.
   *
   * @throws UserError with exit code 2 for one that is not UTF-8 or can't be made out
   */
  public Properties properties(Properties properties) {
    Properties whole = new Properties();
    properties.stringPropertyNames().forEach(name -> whole.put(name, properties.getProperty(name)));
    for (Setting setting : Setting.values()) {
      String name = setting.property();
      if (name != null && whole.getProperty(name) != null) {
        String value = whole.getProperty(name);
        whole.put(name, isReadable(value) ? value : fromCommandLines(name, value));
      }
    }
    return whole;
  }

  private String fromCommandLines(String name, String value) {
    byte[] option = ("-D" + name + "=").getBytes(StandardCharsets.UTF_8);
    for (String process : List.of("parent/cmdline", "self/cmdline")) {
      for (byte[] word : words(file(process)).orElse(List.of())) {
        if (word.length >= option.length
            && Arrays.equals(word, 0, option.length, option, 0, option.length)) {
          return strict("-D" + name, Arrays.copyOfRange(word, option.length, word.length));
        }
      }
    }
    return readable("-D" + name, value);
  }

  private Path file(String name) {
    Path plain = proc.resolve(name);
    return Files.exists(plain) || !name.startsWith("parent/")
        ? plain
        : ProcessHandle.current()
            .parent()
            .map(parent -> proc.resolve(parent.pid() + "/cmdline"))
            .orElse(plain);
  }

  private String readable(String what, String value) {
    if (!isReadable(value)) {
      throw UserError.usage(
          what + " has characters that can't be read in this machine's locale", HINT);
    }
    return value;
  }

  private boolean isReadable(String value) {
    return value.indexOf('\ufffd') < 0 && (utf8 || value.indexOf('?') < 0);
  }

  private static String strict(String what, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw UserError.usage(what + " is not UTF-8 text", HINT);
    }
  }

  /** What stands between the NULs of a file in {@code /proc}; empty if it can't be read. */
  private static Optional<List<byte[]>> words(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      return Optional.empty();
    }
    List<byte[]> words = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == 0) {
        words.add(Arrays.copyOfRange(bytes, from, at));
        from = at + 1;
      }
    }
    return Optional.of(words);
  }

  private static int indexOf(byte[] bytes, char wanted) {
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == wanted) {
        return at;
      }
    }
    return -1;
  }

  private static String latin(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }
}

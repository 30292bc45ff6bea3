package chatload.output;

import chatload.files.OutputFile.Content;
import chatload.records.RecordedChats;
import chatload.result.ScenarioResult;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import chatload.run.RunManifest;
import chatload.text.VisibleText;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code chats.csv}: a line for every chat of every scenario, with the fields of its record; those
 * without a record come last, NOT_SENT. RFC 4180, but for lines that end in LF; UTF-8 without a
 * byte order mark.
 *
 * <p>Texts are as untrusted as the service. Nothing in them breaks a line, and a {@code '} stands
 * before whatever would begin a cell as a formula, be the separator a comma, a semicolon or a tab.
 */
final class ChatsCsv implements ReportOutput {

  private static final String NAME = "chats.csv";

  /** Longest text of a cell, characters. */
  private static final int LONGEST = 2000;

  private static final List<RecordComponent> COLUMNS =
      List.of(ChatRecord.class.getRecordComponents());

  static {
    COLUMNS.forEach(
        column -> column.getAccessor().setAccessible(true)); // else each call is checked
  }

  /** The signs that begin a formula, in full width too, and where a cell can begin. */
  private static final Pattern FORMULA =
      Pattern.compile("(^|[;,|\"'␉])(\\s*)([=+\\-@\uff1d\uff0b\uff0d\uff20])");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_:./-]*");

  @Override
  public List<OutputName> names() {
    return List.of(
        new OutputName(
            NAME, "every chat of every scenario with all that was recorded of it", "0.2.0"));
  }

  @Override
  public Map<String, Content> files(Reported job) {
    return Map.of(
        NAME,
        out -> {
          out.write(
              COLUMNS.stream().map(RecordComponent::getName).collect(Collectors.joining(",")));
          out.write('\n');
          for (ScenarioResult scenario : job.result().scenarios()) {
            if (scenario.manifest().isPresent()) {
              write(scenario, scenario.manifest().get(), out);
            }
          }
        });
  }

  private static void write(ScenarioResult scenario, RunManifest run, Writer out)
      throws IOException {
    RecordedChats chats = scenario.evidence().orElseThrow().chats();
    Cells cells = new Cells();
    StringBuilder line = new StringBuilder();
    for (ChatRecord chat : chats.chats()) {
      line.setLength(0);
      for (int i = 0; i < COLUMNS.size(); i++) {
        cells.append(line, i, value(COLUMNS.get(i), chat), chat.id());
        line.append(i < COLUMNS.size() - 1 ? ',' : '\n');
      }
      out.append(line);
    }
    Integer notListed = scenario.summary().orElseThrow().failuresNotListed();
    int listed = chats.missingCount() - (notListed == null ? 0 : notListed);
    for (int id : Arrays.copyOf(chats.missing(), listed)) {
      out.write(withoutRecord(run, id));
    }
  }

  /** What is known of a chat without a record. */
  private static String withoutRecord(RunManifest run, int id) {
    Map<String, Object> known =
        Map.of(
            "runId",
            run.runId(),
            "scenario",
            run.scenario(),
            "id",
            id,
            "outcome",
            Outcome.NOT_SENT,
            "cause",
            Cause.UNKNOWN);
    List<String> cells = new ArrayList<>();
    COLUMNS.forEach(column -> cells.add(cell(known.get(column.getName()))));
    return String.join(",", cells) + "\n";
  }

  private static Object value(RecordComponent column, ChatRecord chat) {
    try {
      return column.getAccessor().invoke(chat);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("every component of a record can be read", e);
    }
  }

  /** Remembers of each column what was found harmless, since to look takes longer than all else. */
  private static final class Cells {
    private final Object[] last = new Object[COLUMNS.size()];
    private final String[] cells = new String[COLUMNS.size()];
    private final String[] stems = new String[COLUMNS.size()];

    void append(StringBuilder line, int column, Object value, int id) {
      if (value instanceof Integer whole) {
        line.append(whole.intValue());
      } else if (value instanceof Double millis && isInTenths(millis)) {
        long tenths = Math.round(millis * 10);
        line.append(tenths / 10).append('.').append((char) ('0' + tenths % 10));
      } else if (value != null) {
        line.append(of(column, value, id));
      }
    }

    private String of(int column, Object value, int id) {
      if (!value.equals(last[column])) {
        last[column] = value;
        cells[column] = value instanceof String text ? ofText(column, text, id) : cell(value);
      }
      return cells[column];
    }

    /** Many texts differ from the last one in nothing but the number of the chat. */
    private String ofText(int column, String text, int id) {
      String number = "-" + id;
      if (!text.endsWith(number)) {
        return text(text);
      }
      String stem = text.substring(0, text.length() - number.length());
      if (stem.equals(stems[column])) {
        return text;
      }
      String whole = text(text);
      if (!stem.isEmpty() && whole.equals(text) && text(stem).equals(stem)) {
        stems[column] = stem;
      }
      return whole;
    }
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double millis) {
      return BigDecimal.valueOf(millis).toPlainString();
    }
    if (value instanceof Cause cause) {
      return cause.label();
    }
    return value instanceof String text ? text(text) : value.toString();
  }

  /** As all times are, unless somebody wrote something else. */
  private static boolean isInTenths(double millis) {
    long tenths = Math.round(millis * 10);
    return tenths >= 0 && tenths < 1L << 50 && tenths / 10.0 == millis;
  }

  private static String text(String text) {
    if (isIdOrTime(text)) {
      return text;
    }
    String safe = FORMULA.matcher(VisibleText.of(text, LONGEST)).replaceAll("$1$2'$3");
    return PLAIN.matcher(safe).matches() ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }

  /** Most cells are that, and to look for credentials in them would take longer than all else. */
  private static boolean isIdOrTime(String text) {
    if (text.isEmpty() || text.length() > 36 || text.charAt(0) == '-') {
      return false;
    }
    boolean hex = true;
    boolean time = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9' || c == '-';
      hex &= digit || c >= 'a' && c <= 'f';
      time &= digit || c == 'T' || c == 'Z' || c == ':' || c == '.';
    }
    return hex || time;
  }
}

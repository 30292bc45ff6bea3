package chatload.conversation;

import chatload.files.Json;
import chatload.files.Sha256;
import chatload.run.DataUsed;
import chatload.tool.UserError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads prompts and conversations: JSON Lines, or CSV (RFC 4180) with a header. Messages name the
 * line; they repeat nothing that the file holds, since it can be private.
 */
public final class DataFile {

  /** Bytes. */
  static final int MOST = 64 << 20;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final List<List<Turn>> conversations = new ArrayList<>();
  private int turns;

  private DataFile() {}

  /**
   * The file's conversations.
   *
   * @param origin what named the file, for messages
   * @param order in which they will be taken
   * @param seed of that order; null unless it is shuffled
   * @throws UserError with exit code 2 if they can't be used
   */
  public static Conversations read(Path file, String origin, DataUsed.Order order, Long seed) {
    byte[] bytes = bytes(file, origin);
    String name = file.getFileName().toString();
    String text = text(bytes, origin);
    DataFile data = new DataFile();
    try {
      data.read(name, text, origin);
    } catch (TurnReader.Mistake e) {
      throw e.in(name, origin);
    }
    if (data.turns == 0) {
      throw UserError.usage(origin + ": " + name + " has no prompt", "Write one a line.");
    }
    int[] counts = data.conversations.stream().mapToInt(List::size).toArray();
    DataUsed used =
        new DataUsed(
            name,
            bytes.length,
            Sha256.of(out -> out.write(bytes)),
            DataUsed.shape(counts),
            data.differentMessages(),
            order,
            seed);
    return new Conversations(file, data.conversations, used);
  }

  private void read(String name, String text, String origin) {
    if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
      csv(text);
    } else if (name.toLowerCase(Locale.ROOT).matches(".*\\.(jsonl|ndjson)")) {
      lines(text);
    } else {
      throw UserError.usage(
          origin + " names a file of an unknown kind", "Give a file that ends in .csv or .jsonl.");
    }
  }

  private static byte[] bytes(Path file, String origin) {
    if (Files.isDirectory(file)) {
      throw UserError.usage(origin + " names a directory", "Give the path of a file.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw UserError.usage(
            "the file that " + origin + " names is longer than " + (MOST >> 20) + " MiB",
            "Give less.");
      }
      return bytes;
    } catch (IOException e) {
      throw UserError.usage(
          "the file that " + origin + " names can't be read",
          "Give the path of a file that exists and that you may read.");
    }
  }

  private static String text(byte[] bytes, String origin) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw UserError.usage(
          "the file that " + origin + " names is not UTF-8 text", "Save it as UTF-8.");
    }
  }

  /** A message that differs in every chat counts as often as it is sent. */
  private int differentMessages() {
    Set<String> different = new HashSet<>();
    for (List<Turn> conversation : conversations) {
      for (Turn turn : conversation) {
        if (turn.message().contains(Turn.UNIQUE)) {
          return turns + 1;
        }
        different.add(turn.message());
      }
    }
    return different.size();
  }

  private void lines(String text) {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        add(json(line, number), number);
      }
    }
  }

  private static JsonNode json(String line, int number) {
    try {
      JsonNode json = Json.MAPPER.readTree(line);
      return json.isTextual() ? JsonNodeFactory.instance.objectNode().set("message", json) : json;
    } catch (JsonProcessingException e) {
      throw TurnReader.error(number, "is no JSON", "Write a JSON object or text on each line.");
    }
  }

  private void add(JsonNode json, int line) {
    JsonNode given = json.path("turns");
    if (given.isMissingNode()) {
      add(new ArrayList<>(), TurnReader.read(json, line), line);
      return;
    }
    if (!given.isArray() || given.isEmpty() || json.size() > 1) {
      throw TurnReader.error(
          line, "is no conversation", "Give {\"turns\": [{\"message\": …}, …]}.");
    }
    List<Turn> conversation = new ArrayList<>();
    for (JsonNode turn : given) {
      add(conversation, TurnReader.read(turn, line), line);
    }
  }

  private void add(List<Turn> conversation, Turn turn, int line) {
    if (conversation.isEmpty()) {
      conversations.add(conversation);
    }
    conversation.add(turn);
    if (++turns > DataUsed.MOST_TURNS) {
      throw TurnReader.error(
          line,
          "has one turn more than the " + DataUsed.MOST_TURNS + " that there can be",
          "Give less.");
    }
  }

  /** Rows that follow each other and name the same conversation are its turns. */
  private void csv(String text) {
    List<CsvRows.Row> rows = CsvRows.read(text);
    if (rows.isEmpty()) {
      return;
    }
    List<String> header = rows.get(0).cells().stream().map(String::strip).toList();
    if (!header.contains("message") || new HashSet<>(header).size() < header.size()) {
      throw TurnReader.error(
          rows.get(0).line(),
          "is no header with a column message, and each column once",
          "Accepted columns: conversation, " + String.join(", ", TurnReader.FIELDS) + ".");
    }
    List<Turn> conversation = new ArrayList<>();
    String named = "";
    for (CsvRows.Row row : rows.subList(1, rows.size())) {
      ObjectNode turn = turn(header, row);
      JsonNode name = turn.remove("conversation");
      if (name == null || !name.textValue().equals(named)) {
        conversation = new ArrayList<>();
      }
      named = name == null ? "" : name.textValue();
      add(conversation, TurnReader.read(turn, row.line()), row.line());
    }
  }

  /** An empty cell says nothing. */
  private static ObjectNode turn(List<String> header, CsvRows.Row row) {
    if (row.cells().size() != header.size()) {
      throw TurnReader.error(
          row.line(),
          "has " + row.cells().size() + " cells, and the header " + header.size(),
          "Quote cells with commas: \"a, b\".");
    }
    ObjectNode turn = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < header.size(); i++) {
      if (!row.cells().get(i).isEmpty()) {
        turn.put(header.get(i), row.cells().get(i));
      }
    }
    return turn;
  }
}

package chatload.attack;

import chatload.files.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A report directory, as files. */
record Directory(Path root) {

  static final String SCRIPT = "ISSUE-26-CLOSE-COMMANDS.sh";

  Path file(String name) {
    return root.resolve(name);
  }

  Path script() {
    return file(SCRIPT);
  }

  JsonNode json(String name) {
    try {
      return Json.MAPPER.readTree(file(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The record of each chat of a scenario by its trace id. */
  Map<String, JsonNode> chats(String scenario) {
    Map<String, JsonNode> chats = new HashMap<>();
    for (String line : read("raw/" + scenario + "-chats.jsonl").split("\n")) {
      try {
        JsonNode chat = Json.MAPPER.readTree(line);
        chats.put(chat.path("traceId").asText(), chat);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return chats;
  }

  /** What a file says; bytes that are no UTF-8 are replaced. */
  String read(String name) {
    try {
      return new String(Files.readAllBytes(file(name)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String name, String text) {
    try {
      Files.createDirectories(file(name).getParent());
      Files.writeString(file(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces all of {@code what}, which must be there. */
  void replace(String name, String what, String by) {
    String text = read(name);
    if (!text.contains(what)) {
      throw new AssertionError(name + " does not say " + what);
    }
    write(name, text.replace(what, by));
  }

  /** Deletes what stands there, with all that is in it; nothing if there is nothing. */
  void delete(String name) {
    delete(file(name));
  }

  void delete() {
    delete(root);
  }

  private static void delete(Path top) {
    if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(top)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of all regular files in it, with {@code /} between their parts, sorted. */
  List<String> names() {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .map(path -> root.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything in it by name: the content of files, what else it is of all others. */
  Map<String, String> snapshot() {
    Map<String, String> snapshot = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.toList()) {
        String name = root.relativize(path).toString();
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          snapshot.put(name, new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
        } else {
          snapshot.put(name, Files.isDirectory(path) ? "directory" : "other");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return snapshot;
  }

  /** The same somewhere else, rights included. */
  Directory copyTo(Path other) {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : new ArrayList<>(all.toList())) {
        Files.copy(
            path,
            other.resolve(root.relativize(path).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Directory(other);
  }
}

package chatload;

import chatload.render.Markdown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;

/**
 * A command that a document shows, in a block or within its text.
 *
 * @param words as a shell would hand them on
 */
record DocumentCommand(Path document, List<String> words) {

  private static final Pattern COMMAND =
      Pattern.compile(
          "(?<=^|\\s|')(\\./loadtest|\\./mvnw|\\.ci/run|(bench|fuzz|release)/[a-z][a-z-]*)(?=\\s|$)");
  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");
  private static final Pattern END = Pattern.compile("\\s#|\\s&|\\s\\|");

  /** All of README, docs and CONTRIBUTING. */
  static List<DocumentCommand> all() {
    return documents().stream().flatMap(DocumentCommand::in).toList();
  }

  /** What a script runs, line by line. */
  static List<DocumentCommand> ofScript(Path script) {
    return lines(script, read(script)).toList();
  }

  /** Everything that the documents set as code within their text. */
  static List<String> snippets() {
    List<String> snippets = new ArrayList<>();
    for (Path document : documents()) {
      accept(document, new ArrayList<>(), snippets);
    }
    return snippets;
  }

  String program() {
    return words.get(0);
  }

  /** What is done, without what only says how: {@code ./mvnw -Pfaults verify}. */
  String task() {
    return program().equals("./mvnw")
        ? words.stream()
            .filter(word -> !word.matches("-B|-q|-ntp|-X|-D.*"))
            .collect(Collectors.joining(" "))
        : program();
  }

  @Override
  public String toString() {
    return document + ": " + String.join(" ", words);
  }

  private static List<Path> documents() {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(
              Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")),
              docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<DocumentCommand> in(Path document) {
    List<String> blocks = new ArrayList<>();
    List<String> snippets = new ArrayList<>();
    accept(document, blocks, snippets);
    return Stream.concat(
        blocks.stream().flatMap(block -> lines(document, block)),
        snippets.stream()
            .filter(snippet -> COMMAND.matcher(snippet).lookingAt())
            .map(snippet -> of(document, snippet.replaceAll(" ?\\[.*]", ""))));
  }

  private static void accept(Path document, List<String> blocks, List<String> snippets) {
    Markdown.parse(read(document))
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock block) {
                blocks.add(block.getLiteral());
              }

              @Override
              public void visit(Code code) {
                snippets.add(code.getLiteral());
              }
            });
  }

  private static Stream<DocumentCommand> lines(Path document, String text) {
    return text.replaceAll("\\\\\n\\s*", " ")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> COMMAND.matcher(line).results().map(at -> from(line, at.start())))
        .map(line -> of(document, line));
  }

  /** To the end of the line, or of the quotes in which it stands. */
  private static String from(String line, int start) {
    boolean quoted = start > 0 && line.charAt(start - 1) == '\'';
    return line.substring(start, quoted ? line.indexOf('\'', start) : line.length());
  }

  private static DocumentCommand of(Path document, String line) {
    Matcher end = END.matcher(line);
    String command = end.find() ? line.substring(0, end.start()) : line;
    return new DocumentCommand(
        document,
        WORD.matcher(command).results().map(word -> word.group().replaceAll("[\"']", "")).toList());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

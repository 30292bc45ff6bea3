package chatload.closure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatload.evidence.EvidenceFiles;
import chatload.files.Json;
import chatload.fixture.JobFixture;
import chatload.fixture.ReportCopy;
import chatload.render.Markdown;
import chatload.run.Cause;
import chatload.run.Outcome;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.xml.sax.InputSource;

/**
 * One text of any characters in every field of the evidence that somebody else can fill. Whatever
 * it is, each document must be the one that a harmless word gives, but for what stands in code
 * spans and, in the script, between quotes. An odd first byte says that UTF-16 follows, which can
 * hold halves of surrogate pairs.
 */
public final class HostileWordsFuzz {

  /** What the report must recognise to be about anything; and names, which are ours. */
  private static final Set<String> OURS =
      Set.of("scenario", "status", "outcome", "cause", "kind", "about", "name", "targetKind");

  private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'\\\\'')*'");

  /** How our documents and the comment are known again. */
  private static final Pattern MARKER = Pattern.compile("<!-- loadtest run [A-Za-z0-9._-]+ -->");

  private static final Map<String, byte[]> JOB = job();
  private static final Map<String, String> HARMLESS = skeletons("harmless");

  private HostileWordsFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < 2) {
      return;
    }
    String text =
        new String(
            input, 1, input.length - 1, input[0] % 2 == 0 ? UTF_8 : StandardCharsets.UTF_16BE);
    assertThat(skeletons(text)).isEqualTo(HARMLESS);
  }

  /** By file name, what is left of each document without the foreign words in it. */
  private static Map<String, String> skeletons(String word) {
    Map<String, byte[]> files = new TreeMap<>(JOB);
    files.replaceAll((name, content) -> filled(content, word));
    String key = "mixed-" + EvidenceFiles.sha256(runId(word).getBytes(UTF_8)).substring(0, 16);
    String review = new String(files.get("review.json"), UTF_8);
    files.put("review.json", review.replace("THE-KEY", key).getBytes(UTF_8));
    try (ReportCopy copy = ReportCopy.of(files)) {
      copy.run("report");
      copy.run("review");
      copy.run("finalize");
      copy.run("verify");
      Map<String, String> skeletons = new TreeMap<>();
      ReportCopy.files(copy.dir().root())
          .forEach(
              (name, bytes) ->
                  skeletons.put(
                      name, skeleton(name, bytes).replaceAll("mixed-[0-9a-f]{16}", "key")));
      return skeletons;
    }
  }

  /** Never one that is a plain name, because documents of such runs have words of their own. */
  private static String runId(String word) {
    return "run " + word;
  }

  private static String skeleton(String name, byte[] bytes) {
    String text = new String(bytes, UTF_8);
    if (name.endsWith(".md")) {
      StringBuilder out = new StringBuilder();
      outline(Markdown.parse(text), out);
      return out.toString();
    }
    if (name.endsWith(".html")) {
      StringBuilder out = new StringBuilder();
      outline(parsed(text), out);
      return out.toString();
    }
    if (name.endsWith(".sh")) {
      return QUOTED
          .matcher(text)
          .replaceAll("''")
          .replaceAll("[A-Za-z0-9_@%+=:,./-]*harmless[A-Za-z0-9_@%+=:,./-]*", "''")
          .replaceAll("[0-9a-f]{64}", "hash");
    }
    return "";
  }

  private static void outline(Node node, StringBuilder out) {
    boolean marker =
        node instanceof HtmlBlock block && MARKER.matcher(block.getLiteral()).matches();
    if (node instanceof HtmlBlock && !marker
        || node instanceof HtmlInline
        || node instanceof Image) {
      throw new AssertionError("markup: " + node);
    }
    out.append('<').append(node.getClass().getSimpleName());
    if (node instanceof Link link) {
      out.append(' ').append(link.getDestination());
    } else if (node instanceof Text own) {
      out.append(' ').append(own.getLiteral());
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      outline(child, out);
    }
    out.append(node instanceof Code ? "…>" : ">");
  }

  private static Element parsed(String html) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(html)))
          .getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + html, e);
    }
  }

  private static void outline(Element element, StringBuilder out) {
    out.append('<').append(element.getTagName());
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      out.append(' ').append(attributes.item(i));
    }
    var children = element.getChildNodes();
    for (int i = 0; i < children.getLength() && !element.getTagName().equals("code"); i++) {
      if (children.item(i) instanceof Element child) {
        outline(child, out);
      } else {
        out.append(children.item(i).getNodeValue());
      }
    }
    out.append('>');
  }

  /** The same lines of JSON with the word in the place of every text that is not ours. */
  private static byte[] filled(byte[] content, String word) {
    StringBuilder lines = new StringBuilder();
    for (String line : new String(content, UTF_8).split("\n")) {
      try {
        JsonNode json = Json.MAPPER.readTree(line);
        fill(json, word);
        lines.append(
            Json.MAPPER
                .writer()
                .with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature())
                .writeValueAsString(json));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      lines.append('\n');
    }
    return lines.toString().getBytes(UTF_8);
  }

  private static void fill(JsonNode json, String word) {
    if (json instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (!field.getValue().isTextual()) {
          fill(field.getValue(), word);
        } else if (!OURS.contains(field.getKey())
            && !field.getValue().textValue().equals("THE-KEY")) {
          field.setValue(new TextNode(field.getKey().equals("runId") ? runId(word) : word));
        }
      }
    } else if (json instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isTextual()) {
          array.set(i, new TextNode(word));
        }
        fill(array.get(i), word);
      }
    }
  }

  private static Map<String, byte[]> job() {
    try {
      Path root = Files.createTempDirectory("fuzz-job");
      new JobFixture()
          .failing("smoke", 3, Outcome.ERROR_EVENT, Cause.SERVICE, "broken")
          .failing("stress", 7, Outcome.RATE_LIMITED, Cause.RATE_LIMIT, "slow down")
          .unsealed()
          .in(root);
      Map<String, byte[]> files = new TreeMap<>();
      ReportCopy.files(root)
          .forEach(
              (name, content) -> {
                if (name.startsWith("raw/") && name.contains(".json")
                    || name.equals("preflight.json")) {
                  files.put(name, oneLine(name, content));
                }
              });
      files.put(
          "review.json",
          """
          {"schemaVersion":1,"runId":"THE-KEY","entries":[{"at":"x","reviewer":"x","about":"OUTCOME",\
          "outcome":"ERROR_EVENT","cause":"service","note":"x"},\
          {"at":"x","reviewer":"x","about":"TUNING","note":"x"}]}
          """
              .getBytes(UTF_8));
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] oneLine(String name, byte[] content) {
    if (name.endsWith(".jsonl")) {
      return content;
    }
    try {
      return Json.MAPPER.writeValueAsBytes(Json.MAPPER.readTree(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

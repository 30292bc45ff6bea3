import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatReading;
import chatload.protocol.Framing;
import chatload.protocol.mapping.Protocols;
import chatload.protocol.mapping.Vector;
import chatload.run.Outcome;
import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Gives the same bytes, this project's own vectors, to its reader and to the official Java SDKs,
 * and says where they differ: in the text that a user sees, and in whether the stream was good. An
 * SDK calls a stream good when it ends without an exception. Exits with 1 if the differences are
 * not those of the file that is given.
 */
public final class Compare {

  private static volatile byte[] body;

  private record Opinion(String text, String exception) {}

  private interface Sdk {
    void read(StringBuilder text) throws Exception;
  }

  private Compare() {}

  public static void main(String[] args) throws Exception {
    HttpServer server = serve();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    List<String> differences = new ArrayList<>(List.of("# protocol | vector | here | the SDK"));
    int same = 0;
    for (String protocol : List.of("openai-chat", "openai-responses", "anthropic")) {
      Sdk sdk = sdk(protocol, url);
      for (Vector written : Vector.of(protocol)) {
        Vector vector = protocol.equals("anthropic") ? named(written) : written;
        String difference = difference(vector, ours(vector), ask(sdk, vector));
        if (difference == null) {
          same++;
        } else {
          differences.add(protocol + " | " + vector.name() + " | " + difference);
        }
      }
    }
    server.stop(0);
    System.out.println(same + " vectors are read alike, " + (differences.size() - 1) + " are not");
    Path expected = Path.of(args[0]);
    if (args.length > 1) {
      Files.write(expected, differences);
    }
    List<String> before = Files.readAllLines(expected);
    differences.stream().filter(one -> !before.contains(one)).forEach(one -> say("new: " + one));
    before.stream().filter(one -> !differences.contains(one)).forEach(one -> say("gone: " + one));
    System.exit(differences.equals(before) ? 0 : 1);
  }

  /** With the name before each event that Anthropic sends, and without which its SDK sees none. */
  private static Vector named(Vector vector) {
    String text = new String(vector.body(), StandardCharsets.UTF_8);
    byte[] body =
        text.replaceAll("(?<![^\\n]\\n)(?m)^data: \\{\"type\":\"(\\w+)\"", "event: $1\n$0")
            .getBytes(StandardCharsets.UTF_8);
    return new Vector(
        vector.protocol(), vector.name(), vector.outcome(), vector.text(), body, vector.enough());
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private static String difference(Vector vector, ChatReading here, Opinion there) {
    boolean isOk = here.outcome() == Outcome.OK;
    boolean isGood = there.exception() == null;
    String text = here.reply().toString();
    boolean isSameText = text.equals(there.text());
    if (isOk == isGood && (isSameText || !isOk)) {
      return null;
    }
    String said = isGood ? "good" : there.exception();
    return here.outcome() + (isSameText ? "" : " \"" + text + "\"") + " | " + said
        + (isSameText ? "" : " \"" + there.text() + "\"");
  }

  private static ChatReading ours(Vector vector) {
    ChatProtocol protocol = Protocols.named(vector.protocol());
    ChatReading reading = new ChatReading(protocol, List.of(), text -> text);
    Framing framing =
        protocol.framing((name, data) -> reading.event(name, data, 1), reading.longTexts());
    framing.feed(ByteBuffer.wrap(vector.body()));
    reading.ended(framing.end(), 1);
    return reading;
  }

  private static Opinion ask(Sdk sdk, Vector vector) {
    body = vector.body();
    StringBuilder text = new StringBuilder();
    try {
      sdk.read(text);
      return new Opinion(text.toString(), null);
    } catch (Exception e) {
      return new Opinion(text.toString(), e.getClass().getSimpleName());
    }
  }

  private static Sdk sdk(String protocol, String url) {
    if (protocol.equals("anthropic")) {
      AnthropicClient client =
          AnthropicOkHttpClient.builder().apiKey("none").baseUrl(url).maxRetries(0).build();
      MessageCreateParams asked =
          MessageCreateParams.builder().model("m").maxTokens(100).addUserMessage("hi").build();
      return text -> {
        try (StreamResponse<RawMessageStreamEvent> stream =
            client.messages().createStreaming(asked)) {
          stream.stream()
              .flatMap(event -> event.contentBlockDelta().stream())
              .flatMap(event -> event.delta().text().stream())
              .forEach(delta -> text.append(delta.text()));
        }
      };
    }
    OpenAIClient client =
        OpenAIOkHttpClient.builder().apiKey("none").baseUrl(url).maxRetries(0).build();
    if (protocol.equals("openai-chat")) {
      ChatCompletionCreateParams asked =
          ChatCompletionCreateParams.builder().model("m").addUserMessage("hi").build();
      return text -> {
        try (com.openai.core.http.StreamResponse<ChatCompletionChunk> stream =
            client.chat().completions().createStreaming(asked)) {
          stream.stream()
              .flatMap(chunk -> chunk.choices().stream())
              .flatMap(choice -> choice.delta().content().stream())
              .forEach(text::append);
        }
      };
    }
    ResponseCreateParams asked = ResponseCreateParams.builder().model("m").input("hi").build();
    return text -> {
      try (com.openai.core.http.StreamResponse<ResponseStreamEvent> stream =
          client.responses().createStreaming(asked)) {
        stream.stream()
            .flatMap(event -> event.outputTextDelta().stream())
            .forEach(event -> text.append(event.delta()));
      }
    };
  }

  private static HttpServer serve() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("content-type", "text/event-stream; charset=utf-8");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }
}

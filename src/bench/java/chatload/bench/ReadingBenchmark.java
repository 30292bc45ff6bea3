package chatload.bench;

import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatReading;
import chatload.protocol.Framing;
import chatload.protocol.mapping.Protocols;
import chatload.run.Outcome;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to read one event with a word of a reply, from its bytes to what it means for
 * the chat. Replies are as the services send them, each event in a piece of its own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingBenchmark {

  private static final int EVENTS = 200;
  private static final String FILE = "own-file";

  /** The last one is a copy of openai-chat in a file. */
  @Param({
    "eywa",
    "openai-chat",
    "openai-responses",
    "anthropic",
    "ai-sdk-ui",
    "ai-sdk-data",
    "gemini",
    "ollama",
    "dify",
    "ag-ui",
    "text",
    FILE
  })
  public String protocol;

  private ChatProtocol spoken;
  private List<byte[]> pieces;

  @Setup
  public void setUp() {
    String name = protocol.equals(FILE) ? "openai-chat" : protocol;
    spoken =
        protocol.equals("eywa")
            ? ChatProtocol.EYWA
            : protocol.equals(FILE)
                ? Protocols.read("own.yaml", Protocols.text(name))
                : Protocols.named(name);
    pieces = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      add(event(name).replace("WORD", " word" + i % 7).replace("NUMBER", String.valueOf(i)));
    }
    add(end(name));
    ChatReading reading = reply();
    if (reading.outcome() != Outcome.OK || reading.chunks() != EVENTS) {
      throw new IllegalStateException(name + ": " + reading.outcome() + " " + reading.error());
    }
  }

  private void add(String piece) {
    pieces.add(piece.getBytes(StandardCharsets.UTF_8));
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public ChatReading reply() {
    ChatReading reading = new ChatReading(spoken, List.of("a canned reply"), text -> text);
    long[] now = {0};
    Framing framing =
        spoken.framing((name, data) -> reading.event(name, data, ++now[0]), reading.longTexts());
    for (byte[] piece : pieces) {
      framing.feed(ByteBuffer.wrap(piece));
    }
    reading.ended(framing.end(), ++now[0]);
    return reading;
  }

  private static String event(String protocol) {
    return switch (protocol) {
      case "eywa" -> sse("token", "{\"text\":\"WORD\"}");
      case "openai-chat" ->
          sse(
              """
              {"id":"chatcmpl-BsYVYyEfJUzWlXpPYTCcFkEC1eEtN","object":"chat.completion.chunk",\
              "created":1752500000,"model":"gpt-4o-2024-08-06","service_tier":"default",\
              "system_fingerprint":"fp_a288987b44","choices":[{"index":0,"delta":{"content":"WORD"},\
              "logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":"xNUMBERQ"}""");
      case "openai-responses" ->
          sse(
              "response.output_text.delta",
              """
              {"type":"response.output_text.delta","sequence_number":NUMBER,\
              "item_id":"msg_67c9fdcf37fc8190ba82116e33fb28c507b8b0ad4e5eb654","output_index":0,\
              "content_index":0,"delta":"WORD","logprobs":[],"obfuscation":"xNUMBERQ"}""");
      case "anthropic" ->
          sse(
              "content_block_delta",
              """
              {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"WORD"}}""");
      case "ai-sdk-ui" ->
          sse("{\"type\":\"text-delta\",\"id\":\"msg_68679a454370\",\"delta\":\"WORD\"}");
      case "ai-sdk-data" -> "0:\"WORD\"\n";
      case "gemini" ->
          sse(
              """
              {"candidates": [{"content": {"parts": [{"text": "WORD"}],"role": "model"},"index": 0}],\
              "usageMetadata": {"promptTokenCount": 9,"candidatesTokenCount": NUMBER,\
              "totalTokenCount": NUMBER,"promptTokensDetails": [{"modality": "TEXT","tokenCount": 9}]},\
              "modelVersion": "gemini-2.5-flash","responseId": "mOBqaM6wBoyHkdUPqcvGqAs"}""");
      case "ollama" ->
          """
          {"model":"llama3.2","created_at":"2025-07-14T08:52:19.NUMBERZ",\
          "message":{"role":"assistant","content":"WORD"},"done":false}
          """;
      case "dify" ->
          sse(
              """
              {"event": "message", "conversation_id": "45701982-8118-4bc5-8e9b-64562b4555f2",\
               "message_id": "5ad4cb98-f0c7-4085-b384-88c403be6290", "created_at": 1679586595,\
               "task_id": "900bbd43-dc0b-4383-a372-aa6e6c414227",\
               "id": "5ad4cb98-f0c7-4085-b384-88c403be6290", "answer": "WORD",\
               "from_variable_selector": null}""");
      case "ag-ui" ->
          sse("{\"type\":\"TEXT_MESSAGE_CONTENT\",\"messageId\":\"msg-1\",\"delta\":\"WORD\"}");
      default -> "WORD";
    };
  }

  private static String end(String protocol) {
    return switch (protocol) {
      case "eywa" -> sse("done", "{}");
      case "openai-chat" ->
          sse("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}")
              + sse("[DONE]");
      case "openai-responses" ->
          sse("response.completed", "{\"type\":\"response.completed\",\"sequence_number\":200}");
      case "anthropic" ->
          sse(
                  "message_delta",
                  "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"}}")
              + sse("message_stop", "{\"type\":\"message_stop\"}");
      case "ai-sdk-ui" -> sse("{\"type\":\"finish\"}");
      case "ai-sdk-data" -> "d:{\"finishReason\":\"stop\"}\n";
      case "gemini" -> sse("{\"candidates\": [{\"finishReason\": \"STOP\",\"index\": 0}]}");
      case "ollama" -> "{\"done\":true,\"done_reason\":\"stop\"}\n";
      case "dify" -> sse("{\"event\": \"message_end\"}");
      case "ag-ui" -> sse("{\"type\":\"RUN_FINISHED\"}");
      default -> "";
    };
  }

  private static String sse(String data) {
    return "data: " + data + "\n\n";
  }

  private static String sse(String event, String data) {
    return "event: " + event + "\n" + sse(data);
  }
}

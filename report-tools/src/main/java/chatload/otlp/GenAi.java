package chatload.otlp;

import chatload.run.ProtocolUsed;
import chatload.run.RunManifest;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/**
 * The words of OpenTelemetry's conventions for generative AI, as of version 1.42 and the repository
 * that they moved to since. They are still in development.
 */
final class GenAi {

  static final String DURATION = "gen_ai.client.operation.duration";
  static final String TIME_TO_FIRST_CHUNK = "gen_ai.client.operation.time_to_first_chunk";
  static final String TOKEN_USAGE = "gen_ai.client.token.usage";

  static final String CHAT = "chat";

  static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
  static final AttributeKey<String> CONVERSATION = AttributeKey.stringKey("gen_ai.conversation.id");
  static final AttributeKey<Boolean> STREAM = AttributeKey.booleanKey("gen_ai.request.stream");
  static final AttributeKey<Double> FIRST_CHUNK =
      AttributeKey.doubleKey("gen_ai.response.time_to_first_chunk");
  static final AttributeKey<Long> INPUT_TOKENS = AttributeKey.longKey("gen_ai.usage.input_tokens");
  static final AttributeKey<Long> OUTPUT_TOKENS =
      AttributeKey.longKey("gen_ai.usage.output_tokens");
  static final AttributeKey<Long> REASONING_TOKENS =
      AttributeKey.longKey("gen_ai.usage.reasoning.output_tokens");
  static final AttributeKey<String> TOKEN_TYPE = AttributeKey.stringKey("gen_ai.token.type");
  static final AttributeKey<Long> HTTP_STATUS = AttributeKey.longKey("http.response.status_code");

  /** Bounds of the histograms, as the conventions want them. */
  static final List<Double> SECONDS =
      List.of(
          0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);

  static final List<Long> TOKENS =
      List.of(
          1L, 4L, 16L, 64L, 256L, 1024L, 4096L, 16384L, 65536L, 262144L, 1048576L, 4194304L,
          16777216L, 67108864L);

  private static final AttributeKey<String> OPERATION =
      AttributeKey.stringKey("gen_ai.operation.name");
  private static final AttributeKey<String> PROVIDER =
      AttributeKey.stringKey("gen_ai.provider.name");
  private static final AttributeKey<String> MODEL = AttributeKey.stringKey("gen_ai.request.model");
  private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
  private static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");

  /** Those that the conventions know; other protocols go by their own names. */
  private static final Map<String, String> PROVIDERS =
      Map.of(
          "openai-chat", "openai",
          "openai-responses", "openai",
          "gemini", "gcp.gemini");

  private GenAi() {}

  /** What all chats of a run have in common. */
  static Attributes of(RunManifest run) {
    ProtocolUsed protocol = run.target().protocol();
    String name = protocol == null ? "eywa" : protocol.name();
    AttributesBuilder attributes =
        Attributes.builder()
            .put(OPERATION, CHAT)
            .put(PROVIDER, PROVIDERS.getOrDefault(name, name))
            .put("chatload.run.id", run.runId())
            .put("chatload.scenario", run.scenario());
    if (protocol != null && protocol.model() != null) {
      attributes.put(MODEL, protocol.model());
    }
    server(run.config().url(), attributes);
    return attributes.build();
  }

  /** As the conventions want a span to be called. */
  static String spanName(RunManifest run) {
    ProtocolUsed protocol = run.target().protocol();
    return protocol == null || protocol.model() == null ? CHAT : CHAT + " " + protocol.model();
  }

  private static void server(String url, AttributesBuilder attributes) {
    try {
      URI uri = new URI(String.valueOf(url));
      if (uri.getHost() != null) {
        attributes.put(ADDRESS, uri.getHost());
        int usual = "https".equals(uri.getScheme()) ? 443 : 80;
        attributes.put(PORT, (long) (uri.getPort() < 0 ? usual : uri.getPort()));
      }
    } catch (URISyntaxException e) {
      // a file says so, and the chats are good without
    }
  }
}

package chatload.protocol;

import chatload.files.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How the embedded chat service gives itself away in what it says, which proxies pass on, whatever
 * they do to headers: a field with a hash of a fixed word and the trace id, so that no service says
 * it by accident.
 */
public final class EmbeddedProof {

  /** The field in the data of {@code meta} events and in JSON bodies. */
  public static final String FIELD = "embeddedTarget";

  /** What it says in the header {@code server}. */
  public static final String SERVER = "chatload-embedded-target";

  private static final String WORD = SERVER + " ";
  private static final int BYTES = 12;

  private EmbeddedProof() {}

  /** The value of the field. */
  public static String of(String traceId) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((WORD + traceId).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /**
   * Whether the embedded service said this, for that trace id or, behind a proxy that gave the
   * request another one, for the trace id that stands beside the proof.
   *
   * @param json what was said; anything else than a JSON object proves nothing
   */
  public static boolean isIn(String json, String traceId) {
    try {
      JsonNode said = Json.MAPPER.readTree(json);
      String proof = said.path(FIELD).asText();
      return proof.equals(of(traceId)) || proof.equals(of(said.path("traceId").asText()));
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}

package chatload.otlp;

import chatload.auth.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Where telemetry goes, as the variables of OpenTelemetry say, see {@link CollectorVariables}.
 *
 * @param traces where spans go; empty for nowhere
 * @param metrics the same of metrics
 * @param isDelta whether metrics say what was added, for those who can't take sums from the start
 * @param resource further attributes of who sends
 */
public record Collector(
    Optional<Endpoint> traces,
    Optional<Endpoint> metrics,
    boolean isDelta,
    Map<String, String> resource) {

  public Collector {
    resource = Map.copyOf(resource);
  }

  /**
   * Where one kind goes.
   *
   * @param url the whole of it
   * @param headers that go with each request, which can be credentials
   * @param timeout of one request
   * @param isGzip whether requests are compressed
   * @param authority certificates in PEM that are trusted instead of Java's; null for Java's
   */
  public record Endpoint(
      URI url, Map<String, Secret> headers, Duration timeout, boolean isGzip, byte[] authority) {

    public Endpoint {
      headers = Map.copyOf(headers);
    }

    /** Without its path and query, which can be a key. */
    String shown() {
      return url.getScheme() + "://" + url.getRawAuthority();
    }

    @Override
    public String toString() {
      return shown();
    }
  }
}

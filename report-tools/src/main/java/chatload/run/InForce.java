package chatload.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What was in force on the connections of a run, read from the requests that were written and from
 * the connections themselves; sorted, without repetitions, empty where there was nothing.
 *
 * @param userAgent as it was sent
 * @param acceptEncoding as it was sent
 * @param contentEncodings of the responses; {@code identity} for those that were not compressed
 * @param httpVersions {@code HTTP/1.1}, {@code HTTP/2}
 * @param addressFamilies {@code IPv4}, {@code IPv6}
 * @param tlsVersions such as {@code TLSv1.3}
 * @param trusted whose certificates were accepted, in words; null without TLS
 * @param proxy through which the target was reached, without its credential; null for none
 * @param clientCertificate that was shown to whoever asked for one, by the beginning of its
 *     SHA-256; null for none
 * @param serviceClock how far the service's clock is from this machine's; null if it said nothing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record InForce(
    List<String> userAgent,
    List<String> acceptEncoding,
    List<String> contentEncodings,
    List<String> httpVersions,
    List<String> addressFamilies,
    List<String> tlsVersions,
    String trusted,
    @JsonInclude(JsonInclude.Include.NON_NULL) String proxy,
    @JsonInclude(JsonInclude.Include.NON_NULL) String clientCertificate,
    @JsonInclude(JsonInclude.Include.NON_NULL) ServiceClock serviceClock) {

  /**
   * How far the service's clock is from that of the load generator, as far as the {@code Date} of
   * its responses tells: it has whole seconds, so each response leaves about one second open, and
   * all of them together much less. Positive where the service is ahead.
   *
   * @param n responses that said their date
   * @param fromMs the least that it can be, milliseconds
   * @param toMs the most that it can be; where responses contradict each other, as with several
   *     servers, from the least to the most that one of them says
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record ServiceClock(long n, double fromMs, double toMs) {

    public ServiceClock {
      if (n < 1 || !Double.isFinite(fromMs) || !Double.isFinite(toMs) || fromMs > toMs) {
        throw new IllegalArgumentException("serviceClock is impossible");
      }
    }

    /** The middle, milliseconds. */
    public double middle() {
      return (fromMs + toMs) / 2;
    }
  }
}

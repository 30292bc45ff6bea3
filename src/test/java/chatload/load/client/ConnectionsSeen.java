package chatload.load.client;

import chatload.load.exchange.ConnectionSeen;
import chatload.run.InForce;
import chatload.settings.ClientSettings;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What was in force on the connections of a run. Safe for several threads. */
public final class ConnectionsSeen {

  /** A service can name its codings as it likes, in each response another. */
  private static final int MOST = 8;

  private final SortedSet<String> userAgents = new TreeSet<>();
  private final SortedSet<String> acceptEncodings = new TreeSet<>();
  private final SortedSet<String> contentEncodings = new TreeSet<>();
  private final SortedSet<String> httpVersions = new TreeSet<>();
  private final SortedSet<String> addressFamilies = new TreeSet<>();
  private final SortedSet<String> tlsVersions = new TreeSet<>();
  private final ClockOffset clock = new ClockOffset();
  private boolean hostNameUnchecked;

  public synchronized void add(ConnectionSeen seen) {
    add(userAgents, seen.userAgent());
    add(acceptEncodings, seen.acceptEncoding());
    add(contentEncodings, seen.contentEncoding());
    add(httpVersions, seen.httpVersion());
    add(addressFamilies, seen.addressFamily());
    add(tlsVersions, seen.tlsVersion());
    clock.add(seen);
    hostNameUnchecked |= seen.isHostNameUnchecked();
  }

  private static void add(SortedSet<String> values, String value) {
    if (value != null && values.size() < MOST) {
      values.add(value.length() > 80 ? value.substring(0, 80) : value);
    }
  }

  /** Whether every TLS connection was for the host that its certificate is for. */
  public synchronized boolean hostNamesChecked() {
    return !hostNameUnchecked;
  }

  /**
   * @param settings by which all of them were made
   */
  public synchronized InForce inForce(Optional<Trust> trust, ClientSettings settings) {
    return new InForce(
        List.copyOf(userAgents),
        List.copyOf(acceptEncodings),
        List.copyOf(contentEncodings),
        List.copyOf(httpVersions),
        List.copyOf(addressFamilies),
        List.copyOf(tlsVersions),
        trust.map(Trust::words).orElse(null),
        settings.reach().proxyWords(),
        trust.map(any -> settings.reach().certificateWords()).orElse(null),
        clock.seen().orElse(null));
  }
}

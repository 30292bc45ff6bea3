package chatload.cli;

import chatload.settings.Setting;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which service is talked to, and what is said. */
final class TargetOptions {

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Chat URL, such as https://preview.example/api/chat.")
  private String url;

  @Option(names = "--message", paramLabel = "TEXT", description = "What every chat says.")
  private String message;

  @Option(
      names = "--thread-prefix",
      paramLabel = "TEXT",
      description = "First part of the thread ids (default: scenario).")
  private String threadPrefix;

  @Option(
      names = "--fallback-replies",
      paramLabel = "FILE",
      description = "Beginnings of replies that count as canned, one per line.")
  private String fallbackReplies;

  @Option(
      names = "--tls-insecure",
      description = "Accept any certificate and host name; it is noted in the evidence.")
  private boolean tlsInsecure;

  @Option(
      names = "--http2",
      description = "Offer HTTP/2 to a service behind TLS; each chat still has its own connection.")
  private boolean http2;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = "Certificates of authorities to trust beside Java's: PEM, or a trust store.")
  private String caFile;

  @Option(
      names = "--accept-encoding",
      paramLabel = "CODINGS",
      description = "What chats say to be able to decode (default: gzip, deflate, br; identity).")
  private String acceptEncoding;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "How long to wait for a service that is not up yet (default: 30; 0: not).")
  private String waitSeconds;

  void putInto(Map<Setting, String> flags) {
    Flags.put(flags, Setting.URL, url);
    Flags.put(flags, Setting.MESSAGE, message);
    Flags.put(flags, Setting.THREAD_PREFIX, threadPrefix);
    Flags.put(flags, Setting.FALLBACK_REPLIES, fallbackReplies);
    Flags.put(flags, Setting.TLS_INSECURE, tlsInsecure ? "true" : null);
    Flags.put(flags, Setting.HTTP2, http2 ? "true" : null);
    Flags.put(flags, Setting.CA_FILE, caFile);
    Flags.put(flags, Setting.ACCEPT_ENCODING, acceptEncoding);
    Flags.put(flags, Setting.WAIT, waitSeconds);
  }
}

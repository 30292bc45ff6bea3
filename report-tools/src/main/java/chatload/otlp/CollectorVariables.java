package chatload.otlp;

import chatload.auth.Secret;
import chatload.reach.UrlCheck;
import chatload.tool.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The variables by which every OpenTelemetry SDK is told where its collector is. Messages name a
 * variable and never what is in it: headers are credentials.
 */
public final class CollectorVariables {

  /** Begins the names of all that are read here. */
  public static final String BEGINNING = "OTEL_";

  private static final String EXPORTER = "OTEL_EXPORTER_OTLP_";

  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(10);

  private static final long LARGEST_FILE = 1 << 20;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern VALUE =
      Pattern.compile("[\\x21-\\x7e](?:[\\x20-\\x7e]*[\\x21-\\x7e])?");

  /** Those that Java's client sets itself. */
  private static final Set<String> RESERVED =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private final Map<String, String> environment;

  private CollectorVariables(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The collector; empty if no variable names one.
   *
   * @throws UserError with exit code 2 for the first variable that can't be used
   */
  public static Optional<Collector> read(Map<String, String> environment) {
    CollectorVariables variables = new CollectorVariables(environment);
    if (variables.get("OTEL_SDK_DISABLED").filter("true"::equalsIgnoreCase).isPresent()) {
      return Optional.empty();
    }
    Optional<Collector.Endpoint> traces = variables.endpoint("TRACES");
    Optional<Collector.Endpoint> metrics = variables.endpoint("METRICS");
    return traces.isEmpty() && metrics.isEmpty()
        ? Optional.empty()
        : Optional.of(new Collector(traces, metrics, variables.isDelta(), variables.resource()));
  }

  private Optional<Collector.Endpoint> endpoint(String signal) {
    if (get("OTEL_" + signal + "_EXPORTER").filter("none"::equals).isPresent()) {
      return Optional.empty();
    }
    String own = EXPORTER + signal + "_ENDPOINT";
    String common = EXPORTER + "ENDPOINT";
    Optional<URI> url =
        get(own)
            .map(value -> url(own, value))
            .or(
                () ->
                    get(common)
                        .map(
                            value ->
                                url(
                                    common,
                                    value.replaceFirst("/+$", "")
                                        + "/v1/"
                                        + signal.toLowerCase(Locale.ROOT))));
    return url.map(
        found -> {
          requireProtocol(signal);
          return new Collector.Endpoint(
              found, headers(signal), timeout(signal), isGzip(signal), authority(signal));
        });
  }

  private static URI url(String variable, String value) {
    try {
      return UrlCheck.parse(variable, value);
    } catch (UserError e) {
      throw UserError.usage(
          e.getMessage(), "Name the collector, such as http://localhost:4318, without a path.");
    }
  }

  private void requireProtocol(String signal) {
    String variable = variable(signal, "PROTOCOL");
    if (!get(variable).orElse("http/protobuf").equals("http/protobuf")) {
      throw UserError.usage(
          variable + " asks for another protocol than http/protobuf, the only one that is spoken",
          "Set it to http/protobuf, and the endpoint to the port for that, which is 4318 mostly.");
    }
  }

  private Map<String, Secret> headers(String signal) {
    String variable = variable(signal, "HEADERS");
    Map<String, Secret> headers = new LinkedHashMap<>();
    pairs(variable).forEach((name, value) -> headers.put(name, new Secret(value)));
    for (Map.Entry<String, Secret> header : headers.entrySet()) {
      if (!NAME.matcher(header.getKey()).matches()
          || RESERVED.contains(header.getKey().toLowerCase(Locale.ROOT))
          || !VALUE.matcher(header.getValue().reveal()).matches()) {
        throw noPairs(variable);
      }
    }
    return headers;
  }

  private Map<String, String> resource() {
    Map<String, String> attributes = new LinkedHashMap<>(pairs("OTEL_RESOURCE_ATTRIBUTES"));
    get("OTEL_SERVICE_NAME").ifPresent(name -> attributes.put("service.name", name));
    return attributes;
  }

  /** As in W3C Baggage: names and values with commas between them, in percent-encoding. */
  private Map<String, String> pairs(String variable) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : get(variable).orElse("").split(",")) {
      int end = pair.indexOf('=');
      if (pair.isBlank()) {
        continue;
      }
      if (end < 1) {
        throw noPairs(variable);
      }
      try {
        String value = pair.substring(end + 1).strip().replace("+", "%2B");
        pairs.put(pair.substring(0, end).strip(), URLDecoder.decode(value, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw noPairs(variable);
      }
    }
    return pairs;
  }

  private static UserError noPairs(String variable) {
    return UserError.usage(
        variable + " is not of the form NAME=VALUE,NAME=VALUE",
        "Write commas, percent signs and all beyond ASCII in values as %XX.");
  }

  private Duration timeout(String signal) {
    String variable = variable(signal, "TIMEOUT");
    Optional<String> given = get(variable);
    if (given.isPresent() && !given.get().matches("[1-9][0-9]{0,8}")) {
      throw UserError.usage(variable + " is no number of milliseconds", "Use 10000, or less.");
    }
    Duration timeout = Duration.ofMillis(given.map(Long::parseLong).orElse(10_000L));
    return timeout.compareTo(LONGEST_TIMEOUT) < 0 ? timeout : LONGEST_TIMEOUT;
  }

  private boolean isGzip(String signal) {
    return get(variable(signal, "COMPRESSION")).filter("gzip"::equals).isPresent();
  }

  private boolean isDelta() {
    return get(EXPORTER + "METRICS_TEMPORALITY_PREFERENCE")
        .filter("delta"::equalsIgnoreCase)
        .isPresent();
  }

  private byte[] authority(String signal) {
    String variable = variable(signal, "CERTIFICATE");
    if (get(variable).isEmpty()) {
      return null;
    }
    try {
      Path file = Path.of(get(variable).get());
      if (Files.isRegularFile(file) && Files.size(file) <= LARGEST_FILE) {
        return Files.readAllBytes(file);
      }
    } catch (IOException | InvalidPathException e) {
      // said below
    }
    throw UserError.usage(
        variable + " names no file that can be read", "Name a file with certificates in PEM.");
  }

  /** That of one kind if there is one, else that of both. */
  private String variable(String signal, String what) {
    String own = EXPORTER + signal + "_" + what;
    return get(own).isPresent() ? own : EXPORTER + what;
  }

  private Optional<String> get(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}

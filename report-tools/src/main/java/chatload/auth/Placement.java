package chatload.auth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where in a request its credential is.
 *
 * @param header that carries it, in small letters; null for none
 * @param prefix before it in the header
 * @param query parameter of the URL that carries it; null for none
 */
public record Placement(String header, String prefix, String query) {

  public static final Placement BEARER = new Placement("authorization", "Bearer ", null);
  public static final Placement BASIC = new Placement("authorization", "Basic ", null);
  public static final Placement NOWHERE = new Placement(null, null, null);

  public static Placement ofHeader(String name) {
    return new Placement(name, "", null);
  }

  public static Placement ofQuery(String name) {
    return new Placement(null, null, name);
  }

  /** In settings and evidence. */
  public String words() {
    if (equals(BEARER)) {
      return "token";
    }
    if (equals(BASIC)) {
      return "basic";
    }
    if (equals(NOWHERE)) {
      return "none";
    }
    return header == null ? "query:" + query : "header:" + header;
  }

  /** The headers of a request with that credential. */
  public Map<String, String> headers(Secret credential) {
    return header == null ? Map.of() : Map.of(header, prefix + credential.reveal());
  }

  /** The URL of a request with that credential. */
  public URI url(URI url, Secret credential) {
    if (query == null) {
      return url;
    }
    String parameter =
        query
            + "="
            + URLEncoder.encode(credential.reveal(), StandardCharsets.UTF_8).replace("+", "%20");
    return URI.create(url + (url.getRawQuery() == null ? "?" : "&") + parameter);
  }
}

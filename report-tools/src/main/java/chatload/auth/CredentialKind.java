package chatload.auth;

import chatload.tool.UserError;
import java.util.Locale;

/** What kind of credential a target takes, as {@code --credential} says. */
public enum CredentialKind {
  JWT,
  TOKEN,
  BASIC,
  HEADER,
  QUERY,
  NONE,
  /** Nothing was said: what is given decides. */
  UNSAID;

  private static final String ACCEPTED =
      "Accepted: jwt, token, basic, header:NAME, query:NAME, none.";

  /**
   * @param origin of the text, for messages
   * @throws UserError with exit code 2 if it is none
   */
  public static CredentialKind of(String value, String origin) {
    for (CredentialKind kind : values()) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      boolean isNamed = kind == HEADER || kind == QUERY;
      if (kind != UNSAID && (isNamed ? value.startsWith(name + ":") : value.equals(name))) {
        kind.placement(value, origin);
        return kind;
      }
    }
    throw UserError.usage(origin + " is no kind of credential", ACCEPTED);
  }

  /** Where in a request it is, of the same text. */
  public Placement placement(String value, String origin) {
    return switch (this) {
      case BASIC -> Placement.BASIC;
      case HEADER -> Placement.ofHeader(header(value, origin));
      case QUERY -> Placement.ofQuery(parameter(value, origin));
      case NONE -> Placement.NOWHERE;
      case JWT, TOKEN, UNSAID -> Placement.BEARER;
    };
  }

  private static String header(String value, String origin) {
    String name = name(value).toLowerCase(Locale.ROOT);
    if (!HeaderNames.isOne(name)) {
      throw UserError.usage(
          origin + " names no header", "Write header:NAME, such as header:x-api-key.");
    }
    if (HeaderNames.isOwn(name) && !name.equals("authorization")
        || HeaderNames.isOfProtocol(name)) {
      throw UserError.usage(
          origin + " names " + name + ", which the load generator sets itself",
          "Name the header that the service takes its key in.");
    }
    return name;
  }

  private static String parameter(String value, String origin) {
    String name = name(value);
    if (!name.matches("[A-Za-z0-9._~-]+")) {
      throw UserError.usage(
          origin + " names no parameter of a query", "Write query:NAME, such as query:key.");
    }
    return name;
  }

  private static String name(String value) {
    return value.substring(value.indexOf(':') + 1);
  }
}

package chatload.settings;

import chatload.auth.HeaderNames;
import chatload.auth.Placement;
import chatload.settings.GivenSettings.Given;
import chatload.tool.UserError;
import java.util.Locale;

/** What kind of credential a target takes, as {@code --credential} says. */
enum CredentialKind {
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

  static CredentialKind resolve(GivenSettings given) {
    return given.get(Setting.CREDENTIAL).map(CredentialKind::of).orElse(UNSAID);
  }

  private static CredentialKind of(Given given) {
    String value = given.value();
    for (CredentialKind kind : values()) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      boolean isNamed = kind == HEADER || kind == QUERY;
      if (kind != UNSAID && (isNamed ? value.startsWith(name + ":") : value.equals(name))) {
        kind.placementOf(given);
        return kind;
      }
    }
    throw UserError.usage(given.origin() + " is no kind of credential", ACCEPTED);
  }

  /** Where in a request it is. */
  Placement placement(GivenSettings given) {
    return placementOf(given.get(Setting.CREDENTIAL).orElseThrow());
  }

  private Placement placementOf(Given given) {
    return switch (this) {
      case BASIC -> Placement.BASIC;
      case HEADER -> Placement.ofHeader(header(given));
      case QUERY -> Placement.ofQuery(parameter(given));
      case NONE -> Placement.NOWHERE;
      case JWT, TOKEN, UNSAID -> Placement.BEARER;
    };
  }

  private static String header(Given given) {
    String name = name(given).toLowerCase(Locale.ROOT);
    if (!HeaderNames.isOne(name)) {
      throw UserError.usage(
          given.origin() + " names no header", "Write header:NAME, such as header:x-api-key.");
    }
    if (HeaderNames.isOwn(name) && !name.equals("authorization")
        || SecretHeaders.OF_PROTOCOL.contains(name)) {
      throw UserError.usage(
          given.origin() + " names " + name + ", which the load generator sets itself",
          "Name the header that the service takes its key in.");
    }
    return name;
  }

  private static String parameter(Given given) {
    String name = name(given);
    if (!name.matches("[A-Za-z0-9._~-]+")) {
      throw UserError.usage(
          given.origin() + " names no parameter of a query",
          "Write query:NAME, such as query:key.");
    }
    return name;
  }

  private static String name(Given given) {
    return given.value().substring(given.value().indexOf(':') + 1);
  }
}

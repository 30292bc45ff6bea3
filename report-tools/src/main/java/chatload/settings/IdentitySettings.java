package chatload.settings;

import chatload.auth.Credential;
import chatload.auth.Identity;
import chatload.auth.TokenClaims;
import chatload.settings.GivenSettings.Given;
import chatload.tool.UserError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who the tokens say that the chats are from: what was asked for, or what a ready token says. */
final class IdentitySettings {

  private IdentitySettings() {}

  static Identity resolve(GivenSettings given, Optional<Credential> credential) {
    Identity asked =
        new Identity(
            given.filledText(Setting.TENANT_ID),
            given.filledText(Setting.USER_ID),
            given.filledText(Setting.TENANT_CLAIM),
            given.filledText(Setting.USER_CLAIM),
            given.filledText(Setting.ISSUER),
            given.filledText(Setting.AUDIENCE),
            Duration.ofSeconds(given.number(Setting.EXPIRES_IN_SECONDS)));
    return credential
        .filter(Credential.ReadyToken.class::isInstance)
        .map(ready -> said(TokenClaims.of(ready.secret()), asked, given))
        .orElse(asked);
  }

  /** The evidence must name who the chats were really from, not what the defaults would be. */
  private static Identity said(TokenClaims token, Identity asked, GivenSettings given) {
    List<String> tenant = token.text(asked.tenantClaim()).stream().toList();
    List<String> user = token.text(asked.userClaim()).stream().toList();
    List<String> issuer = token.text("iss").stream().toList();
    List<String> audiences = token.audiences();
    requireSaid(given.get(Setting.TENANT_ID), tenant, "in the claim for the tenant");
    requireSaid(given.get(Setting.USER_ID), user, "in the claim for the user");
    requireSaid(given.get(Setting.ISSUER), issuer, "in iss");
    requireSaid(given.get(Setting.AUDIENCE), audiences, "in aud");
    return new Identity(
        joined(tenant),
        joined(user),
        asked.tenantClaim(),
        asked.userClaim(),
        joined(issuer),
        joined(audiences),
        asked.lifetime());
  }

  private static void requireSaid(Optional<Given> asked, List<String> said, String where) {
    if (asked.isPresent() && !said.contains(asked.get().value())) {
      throw UserError.usage(
          asked.get().origin()
              + (said.isEmpty()
                  ? " is given, but the ready token says nothing "
                  : " is not what the ready token says ")
              + where,
          "Leave it out, or give a token that says so; --tenant-claim and --user-claim name the"
              + " claims.");
    }
  }

  private static String joined(List<String> said) {
    return said.isEmpty() ? null : String.join(", ", said);
  }
}

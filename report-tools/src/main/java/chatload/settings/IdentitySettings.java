package chatload.settings;

import chatload.auth.Credential;
import chatload.auth.Identity;
import chatload.auth.Signing;
import chatload.auth.TokenClaims;
import chatload.settings.GivenSettings.Given;
import chatload.tool.UserError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who the tokens say that the chats are from: what was asked for, or what a ready token says. */
final class IdentitySettings {

  private static final List<Setting> SIGNING =
      List.of(
          Setting.JWT_ALGORITHM,
          Setting.JWT_KEY_ID,
          Setting.SECRET_BASE64,
          Setting.CLAIMS_FILE,
          Setting.USERS);

  private static final List<Setting> WHO =
      List.of(Setting.TENANT_ID, Setting.USER_ID, Setting.ISSUER, Setting.AUDIENCE);

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
    Credential found = credential.orElse(null);
    if (found instanceof Credential.SigningSecret signing) {
      return ofSeveral(signing.signing(), asked, given);
    }
    requireNoneOf(SIGNING, given, "tokens that are signed here");
    if (found instanceof Credential.ReadyToken ready) {
      return said(TokenClaims.of(ready.secret()), asked, given);
    }
    if (found == null) {
      return asked;
    }
    requireNoneOf(WHO, given, "tokens, and none is sent");
    return new Identity(
        null, null, asked.tenantClaim(), asked.userClaim(), null, null, asked.lifetime());
  }

  /** Of several users none is the user; the evidence has the list. */
  private static Identity ofSeveral(Signing signing, Identity asked, GivenSettings given) {
    if (signing.users().isEmpty()) {
      return asked;
    }
    if (given.get(Setting.URL).isEmpty()) {
      throw UserError.usage(
          given.get(Setting.USERS).orElseThrow().origin() + " is given, but no --url",
          "Give --url, or leave it out: the embedded chat service has one user.");
    }
    given
        .get(Setting.USER_ID)
        .ifPresent(
            user -> {
              throw UserError.usage(
                  user.origin() + " and --users are both given", "Give one of them.");
            });
    return new Identity(
        asked.tenantId(),
        null,
        asked.tenantClaim(),
        asked.userClaim(),
        asked.issuer(),
        asked.audience(),
        asked.lifetime());
  }

  private static void requireNoneOf(List<Setting> settings, GivenSettings given, String what) {
    for (Setting setting : settings) {
      given
          .get(setting)
          .filter(one -> one.source().isOnPurpose())
          .ifPresent(
              one -> {
                throw UserError.usage(
                    one.origin() + " is only for " + what,
                    "Leave it out, or give the secret or key to sign with.");
              });
    }
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

package chatload.load;

import chatload.auth.Credential;
import chatload.auth.Secret;
import chatload.reach.ChatUrl;
import chatload.service.EmbeddedTarget;
import chatload.service.TargetConfig;
import chatload.service.reply.WireFormat;
import chatload.settings.Settings;
import chatload.tool.UserError;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the chats of a run go: the service that the settings name, or else an embedded one, which
 * lives as long as the run.
 *
 * @param url where chats are posted
 * @param credential what their tokens are made from
 * @param embedded the embedded service, if that is it
 */
record Reached(ChatUrl url, Credential credential, Optional<EmbeddedTarget> embedded) {

  /**
   * By these settings.
   *
   * @throws UserError with exit code 2 for a URL without a credential
   */
  static Reached by(Settings settings) {
    if (settings.url().isPresent()) {
      ChatUrl url = settings.url().get();
      return new Reached(url, credential(settings, url), Optional.empty());
    }
    Secret secret = new Secret(UUID.randomUUID() + "-" + UUID.randomUUID());
    TargetConfig config =
        TargetConfig.defaults(secret)
            .speaking(WireFormat.named(settings.client().protocolName()))
            .withClaims(settings.identity().tenantClaim(), settings.identity().userClaim());
    EmbeddedTarget target = EmbeddedTarget.start(config);
    return new Reached(
        ChatUrl.of(target.chatUrl()), new Credential.SigningSecret(secret), Optional.of(target));
  }

  private static Credential credential(Settings settings, ChatUrl url) {
    return settings
        .credential()
        .orElseThrow(
            () ->
                UserError.usage(
                    "there is no credential for " + url,
                    "Set AUTH_JWT_SECRET, or AUTH_JWT_TOKEN for a ready token."));
  }
}

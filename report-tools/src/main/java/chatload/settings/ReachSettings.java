package chatload.settings;

import chatload.auth.Secret;
import chatload.reach.ClientCertificate;
import chatload.reach.Proxy;
import chatload.reach.Reach;
import chatload.reach.UrlCheck;
import chatload.settings.GivenSettings.Given;
import chatload.tool.UserError;
import java.net.URI;
import java.util.Optional;

/** The proxy through which the target is reached, and the certificate that we show to it. */
final class ReachSettings {

  private static final String ENVIRONMENT = "env";

  private ReachSettings() {}

  /** The embedded service is reached without either. */
  static Reach resolve(GivenSettings given) {
    Optional<ClientCertificate> certificate = certificate(given);
    Optional<Given> url = given.get(Setting.URL);
    if (url.isEmpty()) {
      return Reach.DIRECT;
    }
    Optional<Proxy> proxy = proxy(given, UrlCheck.parse(url.get().origin(), url.get().value()));
    if (proxy.isPresent() && given.flag(Setting.HTTP2)) {
      throw UserError.usage(
          "HTTP/2 can't be spoken through a proxy here", "Leave --http2 or --proxy out.");
    }
    return new Reach(proxy.orElse(null), certificate.orElse(null));
  }

  private static Optional<Proxy> proxy(GivenSettings given, URI target) {
    Optional<Given> asked = given.get(Setting.PROXY);
    Optional<Given> file = given.get(Setting.PROXY_CREDENTIAL_FILE);
    if (asked.isEmpty() || asked.get().value().equals("none")) {
      file.filter(one -> one.source().isOnPurpose())
          .ifPresent(
              one -> {
                throw UserError.usage(
                    one.origin() + " is given, but no proxy", "Give --proxy too.");
              });
      return Optional.empty();
    }
    Optional<Secret> credential =
        file.map(one -> SettingFile.read(one, "USER:PASSWORD").replaceFirst("[\r\n]+\\z", ""))
            .or(() -> given.get(Setting.PROXY_CREDENTIAL).map(Given::value))
            .map(Secret::new);
    return asked.get().value().equals(ENVIRONMENT)
        ? Proxy.ofEnvironment(given.environment(), target, credential)
        : Optional.of(Proxy.of(asked.get().value(), asked.get().origin(), credential, false));
  }

  private static Optional<ClientCertificate> certificate(GivenSettings given) {
    Optional<Given> file = given.get(Setting.CERT_FILE);
    Optional<Given> key = given.get(Setting.KEY_FILE);
    if (file.isEmpty()) {
      key.ifPresent(
          one -> {
            throw UserError.usage(
                one.origin() + " is given, but no certificate", "Give --cert-file too.");
          });
      return Optional.empty();
    }
    String origin = file.get().origin();
    byte[] bytes = AuthorityFile.bytes(file.get(), "the file that " + origin + " names");
    return Optional.of(
        key.isPresent()
            ? ClientCertificate.ofPem(
                bytes,
                origin,
                new Secret(SettingFile.read(key.get(), "the key")),
                key.get().origin())
            : ClientCertificate.ofStore(
                bytes,
                origin,
                new Secret(given.get(Setting.CERT_PASSWORD).map(Given::value).orElse(""))));
  }
}

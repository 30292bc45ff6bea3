package chatload.settings;

import static chatload.settings.SettingsTest.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.auth.Identity;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a ready token the evidence says what the token says, not what the defaults are. */
class ReadyTokenSettingsTest {

  private static final String ALL =
      "{'tenantId':'t-other','sub':'u-other','iss':'them','aud':['a','b'],'org':'o','uid':7}";

  private static Identity identity(String claims, Map<Setting, String> flags) {
    String payload =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.replace('\'', '"').getBytes(UTF_8));
    Map<String, String> variables = new HashMap<>();
    variables.put("AUTH_JWT_TOKEN", "e30." + payload + ".c2ln");
    return settings(flags, Map.of(), variables).identity();
  }

  @Test
  void tenantUserIssuerAndAudienceAreTheTokens() {
    Identity identity = identity(ALL, Map.of());

    assertThat(identity.tenantId()).isEqualTo("t-other");
    assertThat(identity.userId()).isEqualTo("u-other");
    assertThat(identity.issuer()).isEqualTo("them");
    assertThat(identity.audience()).isEqualTo("a, b");
  }

  @Test
  void theConfiguredClaimsAreRead() {
    Identity identity =
        identity(ALL, Map.of(Setting.TENANT_CLAIM, "org", Setting.USER_CLAIM, "uid"));

    assertThat(identity.tenantId()).isEqualTo("o");
    assertThat(identity.userId()).isEqualTo("7");
  }

  @Test
  void whatTheTokenDoesNotSayIsNull() {
    Identity identity = identity("{'tenantId':{'a':1},'sub':null}", Map.of());

    assertThat(identity.tenantId()).isNull();
    assertThat(identity.userId()).isNull();
    assertThat(identity.issuer()).isNull();
    assertThat(identity.audience()).isNull();
  }

  @Test
  void whatIsAskedForAndSaidIsAccepted() {
    assertThat(
            identity(ALL, Map.of(Setting.TENANT_ID, "t-other", Setting.AUDIENCE, "b")).tenantId())
        .isEqualTo("t-other");
  }

  @ParameterizedTest
  @CsvSource({
    "TENANT_ID, --tenant-id is not what the ready token says in the claim for the tenant",
    "USER_ID, --user-id is not what the ready token says in the claim for the user",
    "ISSUER, --issuer is not what the ready token says in iss",
    "AUDIENCE, --audience is not what the ready token says in aud"
  })
  void anotherIdentityThanTheTokensIsRefused(Setting setting, String complaint) {
    assertThatThrownBy(() -> identity(ALL, Map.of(setting, "somebody")))
        .hasMessage(complaint)
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @Test
  void anIdentityThatTheTokenDoesNotNameIsRefused() {
    assertThatThrownBy(() -> identity("{}", Map.of(Setting.TENANT_ID, "t")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("says nothing in the claim for the tenant");
  }
}

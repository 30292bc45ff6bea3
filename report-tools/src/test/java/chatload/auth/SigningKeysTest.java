package chatload.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.auth.Signing.ChatUser;
import chatload.files.Json;
import chatload.tool.UserError;
import com.fasterxml.jackson.databind.JsonNode;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens that the library's own verifier takes, and keys that can't make one. */
class SigningKeysTest {

  private static final Identity IDENTITY =
      new Identity("t", "u", "/org/id", "sub", "i", "a", Duration.ofHours(1));
  private static final String LONG = "0123456789abcdef".repeat(4);
  private static final Map<String, KeyPair> PAIRS = new HashMap<>();

  private static KeyPair pair(String kind) {
    return PAIRS.computeIfAbsent(
        kind,
        one -> {
          try {
            if (one.startsWith("P-")) {
              KeyPairGenerator curves = KeyPairGenerator.getInstance("EC");
              curves.initialize(new ECGenParameterSpec("secp" + one.substring(2) + "r1"));
              return curves.generateKeyPair();
            }
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(Integer.parseInt(one));
            return rsa.generateKeyPair();
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static KeyPair pairFor(SigningAlgorithm algorithm) {
    return switch (algorithm.family()) {
      case RSA -> pair("2048");
      case ELLIPTIC_CURVE -> pair("P-" + algorithm.bits());
      case HMAC -> null;
    };
  }

  private static String pem(String label, byte[] bytes) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
        + "\n-----END "
        + label
        + "-----\n";
  }

  private static TokenSource source(String secret, Signing signing) {
    return TokenSource.of(
        new Credential.SigningSecret(new Secret(secret), signing), IDENTITY, Clock.systemUTC());
  }

  private static Signing signing(SigningAlgorithm algorithm) {
    return new Signing(algorithm, false, null, null, List.of());
  }

  private static JsonNode part(Secret token, int part) throws IOException {
    return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token.reveal().split("\\.")[part]));
  }

  @ParameterizedTest
  @EnumSource
  void aTokenIsOneThatTheKeysOwnerTakes(SigningAlgorithm algorithm) throws Exception {
    KeyPair pair = pairFor(algorithm);
    String secret = pair == null ? LONG : pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    Signing signing = new Signing(algorithm, false, "key-7", null, List.of());

    Secret token = source(secret, signing).token();

    var parser =
        pair == null
            ? Jwts.parser().verifyWith(Keys.hmacShaKeyFor(LONG.getBytes()))
            : Jwts.parser().verifyWith(pair.getPublic());
    Jws<Claims> read = parser.build().parseSignedClaims(token.reveal());
    assertThat(read.getHeader().getAlgorithm()).isEqualTo(algorithm.name());
    assertThat(read.getHeader().getKeyId()).isEqualTo("key-7");
    assertThat(read.getPayload().getSubject()).isEqualTo("u");
  }

  @Test
  void aSecretInBase64IsItsBytes() {
    byte[] bytes = new byte[32];
    bytes[3] = -1;
    for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      Signing signing = new Signing(SigningAlgorithm.HS256, true, null, null, List.of());
      String token = source(encoder.encodeToString(bytes), signing).token().reveal();
      Jwts.parser().verifyWith(Keys.hmacShaKeyFor(bytes)).build().parseSignedClaims(token);
    }
  }

  @Test
  void claimsAreOfAnyKindAndDepthAndTenantAndUserStandWhereTheyBelong() throws Exception {
    String claims = "{\"org\": {\"plan\": \"pro\"}, \"level\": 3, \"roles\": [\"a\"], \"x\": 1.5}";
    Signing signing = new Signing(SigningAlgorithm.HS256, false, null, claims, List.of());

    Secret token = source(LONG, signing).token();

    JsonNode payload = part(token, 1);
    assertThat(payload.at("/org/id").asText()).isEqualTo("t");
    assertThat(payload.at("/org/plan").asText()).isEqualTo("pro");
    assertThat(payload.at("/level").isInt()).isTrue();
    assertThat(payload.at("/roles")).hasToString("[\"a\"]");
    assertThat(payload.at("/x").doubleValue()).isEqualTo(1.5);
    assertThat(TokenClaims.of(token).text("/org/id")).contains("t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"sub\": \"me\"} | already carries",
        "{\"org\": {\"id\": 1}} | already carries",
        "{\"org\": 1} | already carries",
        "{\"exp\": 1} | has a meaning of its own",
        "[1] | no JSON object",
        "nonsense | no JSON object"
      })
  void claimsThatContradictTheSettingsAreRefused(String claims, String why) {
    Signing signing = new Signing(SigningAlgorithm.HS256, false, null, claims, List.of());
    assertThatThrownBy(() -> source(LONG, signing))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(why);
  }

  @Test
  void severalUsersTakeTurnsAndEachKeepsItsToken() throws Exception {
    List<ChatUser> users = List.of(new ChatUser("ann", null), new ChatUser("bob", "other"));
    TokenSource source =
        source(LONG, new Signing(SigningAlgorithm.HS256, false, null, null, users));

    for (int user : new int[] {1, 3, 5}) {
      assertThat(part(source.token(user), 1).at("/sub").asText()).isEqualTo("ann");
      assertThat(part(source.token(user), 1).at("/org/id").asText()).isEqualTo("t");
    }
    assertThat(part(source.token(4), 1).at("/sub").asText()).isEqualTo("bob");
    assertThat(part(source.token(4), 1).at("/org/id").asText()).isEqualTo("other");
    assertThat(source.token(1).reveal()).isEqualTo(source.token(3).reveal());
    assertThat(source.secrets()).extracting(Secret::reveal).contains(source.token(2).reveal());
  }

  @ParameterizedTest
  @CsvSource({
    "RS256, RSA PRIVATE KEY, 2048, PKCS#1",
    "ES256, EC PRIVATE KEY, P-256, SEC 1",
    "RS256, ENCRYPTED PRIVATE KEY, 2048, is encrypted",
    "PS256, PUBLIC KEY, 2048, is a public key",
    "ES256, CERTIFICATE, P-256, is a certificate",
    "ES256, PRIVATE KEY, P-384, a curve of 384 bits; ES256 is for P-256",
    "ES512, PRIVATE KEY, P-256, a curve of 256 bits; ES512 is for P-521",
    "ES256, PRIVATE KEY, 2048, not one that ES256 signs with",
    "RS384, PRIVATE KEY, P-256, not one that RS384 signs with",
    "RS256, PRIVATE KEY, 1024, has 1024 bits; RS256 needs at least 2048",
    "HS256, PRIVATE KEY, P-256, HS256 signs with a secret"
  })
  void aKeyThatCantSignIsToldWhatItIs(
      SigningAlgorithm algorithm, String label, String key, String why) {
    byte[] bytes = pair(key).getPrivate().getEncoded();
    String text = pem(label, bytes);

    assertThatThrownBy(() -> SigningKey.of(new Secret(text), signing(algorithm), "--secret-file"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(why)
        .hasMessageContaining("--secret-file")
        .hasNoCause()
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain(text.lines().skip(1).findFirst().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"HS256, 31, 32", "HS384, 47, 48", "HS512, 63, 64"})
  void aSecretMustBeAsLongAsTheHash(SigningAlgorithm algorithm, int bytes, int least) {
    Secret secret = new Secret(LONG.substring(0, bytes));
    assertThatThrownBy(() -> SigningKey.of(secret, signing(algorithm), "X"))
        .hasMessageContaining("has " + bytes + " bytes; " + algorithm + " needs at least " + least);
  }

  @ParameterizedTest
  @CsvSource({"RS256, no key in PEM, no key in PEM", "HS256, %%, is not Base64"})
  void whatIsNeitherKeyNorBase64IsRefused(SigningAlgorithm algorithm, String secret, String why) {
    Signing signing = new Signing(algorithm, true, null, null, List.of());
    assertThatThrownBy(() -> SigningKey.of(new Secret(secret), signing, "X"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({"sk-ant-Api03_Xy7q", "0000", "----"})
  void aKeyThatWasChangedIsAnotherOneOfTheSameLength(String key) {
    Secret secret = new Secret(key);
    TokenSource source =
        TokenSource.of(new Credential.Fixed(secret, List.of(secret)), IDENTITY, Clock.systemUTC());

    String changed = source.forged().reveal();

    assertThat(source.token().reveal()).isEqualTo(key);
    assertThat(changed).isNotEqualTo(key).startsWith(key.substring(0, key.length() / 2));
    assertThat(source.secrets()).extracting(Secret::reveal).contains(key, changed);
  }
}

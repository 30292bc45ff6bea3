package chatload.auth;

import chatload.tool.UserError;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where every request gets its token from. With a signing secret, tokens are made here and renewed
 * in time; a ready token is handed out as it is. Safe to use from several threads.
 */
public final class TokenSource {

  /** Of HS256. */
  private static final int SIGNATURE_BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Clock clock;
  private final Optional<TokenSigner> signer;
  private final Optional<Instant> expiresAt;
  private final SecretMemory memory;

  private final List<Secret> forged = new ArrayList<>();

  private Secret token;
  private Instant renewAt;

  private TokenSource(
      Clock clock,
      Optional<TokenSigner> signer,
      Secret token,
      Instant renewAt,
      Optional<Instant> expiresAt,
      SecretMemory memory) {
    this.clock = Objects.requireNonNull(clock);
    this.signer = signer;
    this.token = token;
    this.renewAt = renewAt;
    this.expiresAt = expiresAt;
    this.memory = memory;
  }

  /**
   * A source of tokens that say what {@code identity} says.
   *
   * @throws UserError with exit code 2 if the identity's claims collide, or if a ready token can't
   *     be decoded
   */
  public static TokenSource of(Credential credential, Identity identity, Clock clock) {
    return of(credential, identity, Map.of(), clock);
  }

  /**
   * The same with further claims, all of them texts.
   *
   * @throws UserError with exit code 2 if claims collide, if a ready token can't be decoded, or if
   *     claims are to be added to one
   */
  public static TokenSource of(
      Credential credential, Identity identity, Map<String, String> extraClaims, Clock clock) {
    SecretMemory memory = new SecretMemory(List.of(credential.secret()), List.of());
    return of(credential, identity, extraClaims, clock, memory);
  }

  /**
   * The same in a job with a memory, which learns every token that is made here. The last token in
   * it is used on if it is fresh enough.
   */
  public static TokenSource of(
      Credential credential,
      Identity identity,
      Map<String, String> extraClaims,
      Clock clock,
      SecretMemory memory) {
    if (credential instanceof Credential.SigningSecret signing) {
      TokenSigner signer = new TokenSigner(signing.secret(), identity, extraClaims);
      List<Secret> earlier = memory.tokens();
      Secret last = earlier.isEmpty() ? null : earlier.get(earlier.size() - 1);
      Instant renewAt =
          Optional.ofNullable(last)
              .flatMap(token -> TokenClaims.of(token).issuedAt())
              .map(issuedAt -> renewAt(issuedAt, signer))
              .orElse(Instant.MIN);
      return new TokenSource(clock, Optional.of(signer), last, renewAt, Optional.empty(), memory);
    }
    if (!extraClaims.isEmpty()) {
      throw UserError.usage(
          "claims can't be added to a ready token",
          "Give the signing secret instead of the token.");
    }
    Secret ready = credential.secret();
    Optional<Instant> expiry = TokenClaims.of(ready).expiry();
    return new TokenSource(clock, Optional.empty(), ready, Instant.MAX, expiry, memory);
  }

  /**
   * A token for a request that is sent now. A token made here is handed out until 80 % of its
   * lifetime have passed, so that a chat which takes its time still ends before it expires.
   */
  public synchronized Secret token() {
    Instant now = clock.instant();
    if (signer.isPresent() && !now.isBefore(renewAt)) {
      Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
      token = signer.get().sign(issuedAt);
      renewAt = renewAt(issuedAt, signer.get());
      memory.remember(token);
    }
    return token;
  }

  /**
   * A token that says the same and that nobody signed: random bytes are in the place of its
   * signature. No service may take it. It is worth nothing, and never used for anything else.
   */
  public synchronized Secret forged() {
    String[] parts = token().reveal().split("\\.", -1);
    byte[] signature = new byte[Math.max(SIGNATURE_BYTES, parts[2].length() * 3 / 4)];
    RANDOM.nextBytes(signature);
    String random = Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    Secret worthless = new Secret(parts[0] + "." + parts[1] + "." + random);
    forged.add(worthless);
    return worthless;
  }

  private static Instant renewAt(Instant issuedAt, TokenSigner signer) {
    return issuedAt.plus(signer.lifetime().multipliedBy(4).dividedBy(5));
  }

  /**
   * What must not be repeated of a service's words now: all of the job's memory, and what was
   * forged.
   */
  public synchronized List<Secret> secrets() {
    token();
    List<Secret> all = new ArrayList<>(memory.all());
    all.addAll(forged);
    return all;
  }

  /** Takes out all of it. */
  public Redaction redaction() {
    token();
    return memory.redaction();
  }

  /** Every token that the job used so far, the last one last, for its next process. */
  public List<Secret> tokensSoFar() {
    return memory.tokens();
  }

  /**
   * When a ready token expires, read from it without verifying it. Empty if it never does, and for
   * tokens made here, because they are renewed.
   */
  public Optional<Instant> expiresAt() {
    return expiresAt;
  }

  /**
   * Makes sure that there will be a valid token for that long from now on.
   *
   * @throws UserError with exit code 2 if a ready token expires before that
   */
  public void requireValidFor(Duration duration) {
    Instant now = clock.instant();
    if (expiresAt.isEmpty() || expiresAt.get().isAfter(now.plus(duration))) {
      return;
    }
    Instant expiry = expiresAt.get();
    String when =
        expiry.isAfter(now)
            ? "expires at " + expiry + ", too early for a run that may take " + inWords(duration)
            : "expired at " + expiry;
    throw UserError.usage(
        "the ready token " + when,
        "Get a token that lives longer, or give the service's secret (AUTH_JWT_SECRET or"
            + " --secret-file), with which tokens are renewed during the run.");
  }

  private static String inWords(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds < 120 ? seconds + " s" : (seconds + 59) / 60 + " min";
  }
}

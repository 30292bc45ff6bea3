package chatload.auth;

import chatload.tool.UserError;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where every request gets its credential from. With a signing secret, tokens are made here and
 * renewed in time; anything else is handed out as it is. Safe to use from several threads.
 */
public final class TokenSource {

  /** Of HS256. */
  private static final int SIGNATURE_BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final List<String> ALPHABETS =
      List.of("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789");

  private final Clock clock;
  private final Credential credential;
  private final Optional<TokenSigner> signer;
  private final Optional<Instant> expiresAt;
  private final SecretMemory memory;

  private final List<Secret> forged = new ArrayList<>();

  /** By the user's number, from 0. */
  private final Map<Integer, Signed> signed = new HashMap<>();

  private record Signed(Secret token, Instant renewAt) {}

  private TokenSource(
      Clock clock,
      Credential credential,
      Optional<TokenSigner> signer,
      Optional<Instant> expiresAt,
      SecretMemory memory) {
    this.clock = Objects.requireNonNull(clock);
    this.credential = credential;
    this.signer = signer;
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
    SecretMemory memory = new SecretMemory(credential.secrets(), List.of());
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
      TokenSigner signer = new TokenSigner(signing, identity, extraClaims);
      TokenSource source =
          new TokenSource(clock, credential, Optional.of(signer), Optional.empty(), memory);
      List<Secret> earlier = memory.tokens();
      if (signer.users() == 1 && !earlier.isEmpty()) {
        Secret last = earlier.get(earlier.size() - 1);
        TokenClaims.of(last)
            .issuedAt()
            .ifPresent(at -> source.signed.put(0, new Signed(last, source.renewAt(at))));
      }
      return source;
    }
    if (!extraClaims.isEmpty()) {
      throw UserError.usage(
          "claims can't be added to a ready token",
          "Give the signing secret instead of the token.");
    }
    Optional<Instant> expiry =
        credential instanceof Credential.ReadyToken
            ? TokenClaims.of(credential.secret()).expiry()
            : Optional.empty();
    return new TokenSource(clock, credential, Optional.empty(), expiry, memory);
  }

  /** Whether requests carry anything that a service could refuse. */
  public boolean isAsked() {
    return !(credential instanceof Credential.None);
  }

  /** Whether they carry a JSON Web Token. */
  public boolean isJwt() {
    return signer.isPresent() || credential instanceof Credential.ReadyToken;
  }

  /** How many users there are tokens for. */
  public int users() {
    return signer.map(TokenSigner::users).orElse(1);
  }

  /** What the first user sends. */
  public Secret token() {
    return token(1);
  }

  /**
   * For a request that is sent now. A token made here is handed out until 80 % of its lifetime have
   * passed, so that a chat which takes its time still ends before it expires.
   *
   * @param user number of the run's user who sends it, from 1
   */
  public synchronized Secret token(int user) {
    if (signer.isEmpty()) {
      return credential.secret();
    }
    int turn = Signing.turn(user, users());
    Signed last = signed.get(turn);
    Instant now = clock.instant();
    if (last == null || !now.isBefore(last.renewAt())) {
      Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
      last = new Signed(signer.get().sign(turn, issuedAt), renewAt(issuedAt));
      signed.put(turn, last);
      memory.remember(last.token());
    }
    return last.token();
  }

  /**
   * A token that says the same and that nobody signed: random bytes are in the place of its
   * signature. Of what is no such token, a changed one. No service may take it. It is worth
   * nothing, and never used for anything else.
   */
  public synchronized Secret forged() {
    if (credential instanceof Credential.Fixed fixed) {
      Secret changed = changed(fixed.sent().reveal());
      forged.add(changed);
      return changed;
    }
    String[] parts = token().reveal().split("\\.", -1);
    byte[] signature = new byte[Math.max(SIGNATURE_BYTES, parts[2].length() * 3 / 4)];
    RANDOM.nextBytes(signature);
    String random = Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    Secret worthless = new Secret(parts[0] + "." + parts[1] + "." + random);
    forged.add(worthless);
    return worthless;
  }

  /** Every letter and digit of its second half is another one of the same kind. */
  private static Secret changed(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int at = text.length() / 2; at < text.length(); at++) {
      for (String alphabet : ALPHABETS) {
        int place = alphabet.indexOf(text.charAt(at));
        if (place >= 0) {
          int step = 1 + RANDOM.nextInt(alphabet.length() - 1);
          changed.setCharAt(at, alphabet.charAt((place + step) % alphabet.length()));
        }
      }
    }
    return new Secret(changed.toString().equals(text) ? text + "x" : changed.toString());
  }

  private Instant renewAt(Instant issuedAt) {
    return issuedAt.plus(signer.orElseThrow().lifetime().multipliedBy(4).dividedBy(5));
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

package chatload.service;

import chatload.auth.Secret;
import chatload.service.fault.FaultPlan;
import chatload.service.reply.Timing;
import chatload.service.reply.WireFormat;
import chatload.tool.UserError;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How the embedded chat service behaves.
 *
 * @param port on 127.0.0.1; 0 means any free one
 * @param secret HS256 secret that tokens are verified with, at least 32 bytes
 * @param tenantClaim claim that must name a tenant
 * @param userClaim claim that must name a user
 * @param allowInsecureContext also accept {@code x-tenant-id} and {@code x-user-id} without a token
 * @param wire what it speaks
 * @param timing when events are due
 * @param faults which chats go wrong
 * @param journalFile gets one JSON line per finished chat, appended
 */
public record TargetConfig(
    int port,
    Secret secret,
    String tenantClaim,
    String userClaim,
    boolean allowInsecureContext,
    WireFormat wire,
    Timing timing,
    FaultPlan faults,
    Optional<Path> journalFile) {

  /** HS256 needs a key at least as long as its hash (RFC 7518, section 3.2). */
  static final int MIN_SECRET_BYTES = 32;

  public TargetConfig {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port must be in 0..65535, was " + port);
    }
    int secretBytes = secret.bytes().length;
    if (secretBytes < MIN_SECRET_BYTES) {
      throw new IllegalArgumentException(
          "the secret has " + secretBytes + " bytes; HS256 needs at least " + MIN_SECRET_BYTES);
    }
    if (tenantClaim.isBlank() || userClaim.isBlank()) {
      throw new IllegalArgumentException("a claim name must not be blank");
    }
    Objects.requireNonNull(wire, "wire");
    Objects.requireNonNull(timing, "timing");
    Objects.requireNonNull(faults, "faults");
    Objects.requireNonNull(journalFile, "journalFile");
    faults.perMillion().keySet().forEach(fault -> fault.requireIn(wire));
  }

  /** A healthy service on a free port, with the claims that the real service expects. */
  public static TargetConfig defaults(Secret secret) {
    return new TargetConfig(
        0,
        secret,
        "tenantId",
        "sub",
        false,
        WireFormat.EYWA,
        Timing.defaults(),
        FaultPlan.none(),
        Optional.empty());
  }

  public TargetConfig withPort(int newPort) {
    return new TargetConfig(
        newPort,
        secret,
        tenantClaim,
        userClaim,
        allowInsecureContext,
        wire,
        timing,
        faults,
        journalFile);
  }

  public TargetConfig withClaims(String newTenantClaim, String newUserClaim) {
    return new TargetConfig(
        port,
        secret,
        newTenantClaim,
        newUserClaim,
        allowInsecureContext,
        wire,
        timing,
        faults,
        journalFile);
  }

  public TargetConfig withInsecureContext(boolean allowed) {
    return new TargetConfig(
        port, secret, tenantClaim, userClaim, allowed, wire, timing, faults, journalFile);
  }

  /**
   * The same in another protocol.
   *
   * @throws UserError when one of its faults is nothing that a service of that protocol can do
   */
  public TargetConfig speaking(WireFormat newWire) {
    return new TargetConfig(
        port,
        secret,
        tenantClaim,
        userClaim,
        allowInsecureContext,
        newWire,
        timing,
        faults,
        journalFile);
  }

  public TargetConfig withTiming(Timing newTiming) {
    return new TargetConfig(
        port,
        secret,
        tenantClaim,
        userClaim,
        allowInsecureContext,
        wire,
        newTiming,
        faults,
        journalFile);
  }

  public TargetConfig withFaults(FaultPlan newFaults) {
    return new TargetConfig(
        port,
        secret,
        tenantClaim,
        userClaim,
        allowInsecureContext,
        wire,
        timing,
        newFaults,
        journalFile);
  }

  public TargetConfig withJournalFile(Path file) {
    return new TargetConfig(
        port,
        secret,
        tenantClaim,
        userClaim,
        allowInsecureContext,
        wire,
        timing,
        faults,
        Optional.of(file));
  }
}

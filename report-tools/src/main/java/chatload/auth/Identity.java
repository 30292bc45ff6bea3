package chatload.auth;

import java.time.Duration;

/**
 * What a load-test token says. Of a ready token, tenant, user, issuer and audience are null where
 * it says nothing.
 *
 * @param tenantId tenant
 * @param userId user
 * @param tenantClaim claim that carries the tenant
 * @param userClaim claim that carries the user
 * @param issuer {@code iss}
 * @param audience {@code aud}
 * @param lifetime from {@code iat} to {@code exp}, at least a second
 */
public record Identity(
    String tenantId,
    String userId,
    String tenantClaim,
    String userClaim,
    String issuer,
    String audience,
    Duration lifetime) {}

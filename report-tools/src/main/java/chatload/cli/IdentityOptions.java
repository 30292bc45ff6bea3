package chatload.cli;

import chatload.settings.Setting;
import java.util.Map;
import picocli.CommandLine.Option;

/** Who the chats are from and how their tokens are come by. */
final class IdentityOptions {

  @Option(names = "--tenant-id", paramLabel = "ID", description = "Tenant in the token.")
  private String tenantId;

  @Option(names = "--user-id", paramLabel = "ID", description = "User in the token.")
  private String userId;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "File with the HS256 secret (default: AUTH_JWT_SECRET).")
  private String secretFile;

  @Option(
      names = "--secret",
      paramLabel = "SECRET",
      description = "The secret itself. Others can see process arguments: prefer the two above.")
  private String secret;

  @Option(
      names = "--jwt-token-file",
      paramLabel = "FILE",
      description = "File with a ready token instead of a secret (default: AUTH_JWT_TOKEN).")
  private String jwtTokenFile;

  @Option(
      names = "--tenant-claim",
      paramLabel = "NAME",
      description = "Claim with the tenant (default: AUTH_TENANT_CLAIM, or tenantId).")
  private String tenantClaim;

  @Option(
      names = "--user-claim",
      paramLabel = "NAME",
      description = "Claim with the user (default: AUTH_USER_CLAIM, or sub).")
  private String userClaim;

  @Option(names = "--issuer", paramLabel = "NAME", description = "Issuer of the token.")
  private String issuer;

  @Option(names = "--audience", paramLabel = "NAME", description = "Audience of the token.")
  private String audience;

  @Option(
      names = "--expires-in-seconds",
      paramLabel = "N",
      description = "Lifetime of a token; it is renewed in time (default: 3600).")
  private String expiresInSeconds;

  @Option(
      names = "--header-file",
      paramLabel = "FILE",
      description =
          "File with secret headers for every request, one NAME: VALUE a line (default:"
              + " LOADTEST_HEADERS).")
  private String headerFile;

  void putInto(Map<Setting, String> flags) {
    Flags.put(flags, Setting.TENANT_ID, tenantId);
    Flags.put(flags, Setting.USER_ID, userId);
    Flags.put(flags, Setting.SECRET_FILE, secretFile);
    Flags.put(flags, Setting.SECRET, secret);
    Flags.put(flags, Setting.JWT_TOKEN_FILE, jwtTokenFile);
    Flags.put(flags, Setting.TENANT_CLAIM, tenantClaim);
    Flags.put(flags, Setting.USER_CLAIM, userClaim);
    Flags.put(flags, Setting.ISSUER, issuer);
    Flags.put(flags, Setting.AUDIENCE, audience);
    Flags.put(flags, Setting.EXPIRES_IN_SECONDS, expiresInSeconds);
    Flags.put(flags, Setting.HEADER_FILE, headerFile);
  }
}

package chatload.preflight;

import java.util.List;

/**
 * What a service that is ready for load answers to each request of the preflight.
 *
 * @param isChecklists whether it is the checklist's service, of which more is known than its
 *     protocol
 * @param isJwt whether requests carry a JSON Web Token, of which more is known than of a key
 * @param contentTypes of its replies
 */
record Expected(boolean isChecklists, boolean isJwt, List<String> contentTypes) {

  static final Expected OF_CHECKLIST = new Expected(true, true, List.of());

  /** By which Gemini refuses a wrong key, with the status of a request that it can't read. */
  private static final String WRONG_KEY = "API_KEY_INVALID";

  static Expected of(PreflightTarget target) {
    return new Expected(
        target.client().isChecklists(),
        target.tokens().isJwt(),
        target.client().protocol().contentTypes());
  }

  String words(Probe probe) {
    if (isChecklists) {
      return probe.expected();
    }
    return switch (probe) {
      case HEALTH -> "200 to 299";
      case WITHOUT_TOKEN, IDENTITY_HEADERS_ONLY, FORGED_TOKEN -> "401 or 403";
      case WITH_TOKEN -> "200, " + String.join(" or ", contentTypes) + ", a whole reply";
    };
  }

  /** For the probes that need no more than a status. */
  boolean isMetBy(Answer answer, Probe probe) {
    int status = answer.status();
    if (isChecklists) {
      return probe.expected().equals(Integer.toString(status));
    }
    return probe == Probe.HEALTH
        ? status >= 200 && status < 300
        : status == 401 || status == 403 || (status == 400 && answer.body().contains(WRONG_KEY));
  }
}

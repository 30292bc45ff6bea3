package chatload.preflight;

/**
 * What one check makes of an answer.
 *
 * @param observed what the service did, safe to print
 * @param fix what to do about it, safe to print; null when the check passed
 */
public record Finding(String observed, String fix) {

  static Finding passed(String observed) {
    return new Finding(observed, null);
  }

  static Finding failed(String observed, String fix) {
    return new Finding(observed, fix);
  }
}

package chatload.run;

import java.util.regex.Pattern;

/**
 * What a closing script would close, as somebody asked for it.
 *
 * @param issue number of the issue
 * @param epic number of its epic; null if not named
 * @param repo owner/name, or host/owner/name; null if not named, and then nothing may be closed
 */
public record ClosureTarget(int issue, Integer epic, String repo) {

  public static final int USUAL_ISSUE = 26;
  public static final int USUAL_EPIC = 7;

  /** That of the checklist, and nothing may be closed. */
  public static final ClosureTarget USUAL = new ClosureTarget(USUAL_ISSUE, null, null);

  private static final Pattern REPO =
      Pattern.compile(
          "([A-Za-z0-9][A-Za-z0-9.-]*/)?[A-Za-z0-9][A-Za-z0-9-]*/(?!\\.+$)[A-Za-z0-9._-]+");

  /** The epic that counts. */
  public int epicOrUsual() {
    return epic == null ? USUAL_EPIC : epic;
  }

  /** Whether that is the name of a repository. */
  public static boolean isRepo(String text) {
    return REPO.matcher(text).matches();
  }
}

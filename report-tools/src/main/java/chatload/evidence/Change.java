package chatload.evidence;

import java.util.Objects;

/**
 * One way in which the evidence is not what was sealed.
 *
 * @param kind what is the matter
 * @param path the file; as untrusted as whoever named it
 */
public record Change(Kind kind, String path) {
  public Change {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(path, "path");
  }

  /** What can be the matter with a file of the evidence. */
  public enum Kind {
    CHANGED("its content is not what it was when the run ended"),
    LINE_ENDS(
        "its lines end in CR LF now, and did in LF alone when the run ended; git or an editor does"
            + " that, so take the original, for example in a zip file"),
    MISSING("it is gone since the run ended"),
    ADDED("it was not there when the run ended"),
    UNREADABLE("it is no list of evidence that this version can read"),
    OTHER_RUN("it belongs to another run than the records");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }

    public String meaning() {
      return meaning;
    }
  }
}

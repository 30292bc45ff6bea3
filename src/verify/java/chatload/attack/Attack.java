package chatload.attack;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One thing that somebody does to a copy of a report directory.
 *
 * @param name what it is
 * @param of the job, a copy of whose directory is attacked
 * @param deed what is done
 * @param expectation what may come of it
 */
record Attack(String name, Job of, Deed deed, Expectation expectation) {

  /** Changes the copy; {@code outside} is a directory beside it, which must stay as it was then. */
  interface Deed {
    void on(Directory copy, Path outside) throws Exception;
  }

  /** What may come of it. */
  enum Expectation {
    /** Nothing may be closed any more, whatever is composed anew. */
    NEVER_CLOSES(false, true, false),
    /** Nothing may be closed until the documents, which say nothing new, are composed anew. */
    CLOSES_WHEN_PREPARED(false, true, true),
    /** The closing script rests on nothing of it, so that only verify finds it. */
    OUTSIDE_THE_SCRIPT(true, true, true),
    /** All that the script rests on is as it was, but something was put beside it. */
    ADDED(true, true, false),
    /** The file is documented to be none of the evidence and none of the documents. */
    HARMLESS(true, false, true);

    private final boolean closesAsItWas;
    private final boolean isFound;
    private final boolean closesAnew;

    Expectation(boolean closesAsItWas, boolean isFound, boolean closesAnew) {
      this.closesAsItWas = closesAsItWas;
      this.isFound = isFound;
      this.closesAnew = closesAnew;
    }

    /** Whether the script that was there may go on. */
    boolean closesAsItWas() {
      return closesAsItWas;
    }

    /** Whether verify has to find it. */
    boolean isFound() {
      return isFound;
    }

    /** Whether a script that is composed afterwards may go on. */
    boolean closesAnew() {
      return closesAnew;
    }
  }

  Attack {
    Objects.requireNonNull(deed, "deed");
  }
}

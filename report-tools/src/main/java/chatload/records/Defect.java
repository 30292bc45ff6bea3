package chatload.records;

import java.util.Objects;

/**
 * Something that is wrong with the files of a run: data for the verdict, never a crash. Defects of
 * one kind are counted, so that a file of nothing but rubbish costs no memory.
 *
 * @param kind what is wrong
 * @param count how often, at least 1
 * @param firstLine line of the records where it was first seen, from 1; 0 if it is no line's defect
 * @param detail in words, as untrusted as the file; null if the kind says it all
 */
public record Defect(Kind kind, int count, int firstLine, String detail) {

  public Defect {
    Objects.requireNonNull(kind, "kind");
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, was " + count);
    }
  }

  public static Defect of(Kind kind) {
    return new Defect(kind, 1, 0, null);
  }

  /** What can be wrong with the files of a run. */
  public enum Kind {
    /** There are records, but no manifest. */
    NO_MANIFEST,
    /** The manifest is no manifest of this scenario that this version can read. */
    UNUSABLE_MANIFEST,
    /** There is a manifest, but no file of records. */
    NO_RECORDS,
    /** A line that is no chat record; left out. */
    UNREADABLE_LINE,
    /** The last line has no newline at its end; left out, whatever it holds. */
    TORN_LINE,
    /** A record of another run or of another scenario; left out. */
    OTHER_RUN,
    /** A record with an id outside 1..requests; left out. */
    ID_OUT_OF_RANGE,
    /** A further record of a chat that has one already; left out, the first one stays. */
    DUPLICATE_ID,
    /** A record that says OK and something else that can't be true of an OK chat; kept. */
    CONTRADICTION,
    /** A record that names another user than the one whose chat it is, or none; kept. */
    WRONG_USER,
    /** A record of another turn than the chat's, or of one that was not to be sent; kept. */
    WRONG_TURN,
    /** A record of another start than the load's plan has for the chat; kept. */
    WRONG_START,
    /** A chat that was closed on purpose and was not to be, or not yet; kept. */
    WRONG_CANCEL,
    /** A chat that sent more than one POST; kept. */
    MORE_THAN_ONE_POST
  }
}

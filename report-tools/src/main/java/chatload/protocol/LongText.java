package chatload.protocol;

import chatload.files.Json;
import chatload.text.Visible;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The text of one long event while it arrives: what {@link LongTexts} says need not stay is taken
 * out of its line. It ends with the first character that is not ordinary; what follows stays.
 */
final class LongText {

  /**
   * Stretches in which the first visible characters are looked for, and more if many have to be.
   */
  private static final int FIRST = 8;

  private final Line line;
  private final LongTexts keep;
  private final TextScan scan;
  private final int textStart;

  /** Of the stretch that is being looked through; it has the length of what stays around. */
  private int stop;

  private boolean closed;

  /** Length of the beginning that has to show enough, bytes; it is looked at once. */
  private int first;

  private boolean seen;

  /** What can go: from the end of the first stretch behind something special to {@link #to}. */
  private Mark from;

  private Mark to;
  private Mark last;

  private int letGoCharacters;

  private record Mark(int at, int characters) {}

  /**
   * @param line that begins at index 0
   * @param textStart where the text begins in it; negative if none of it can go
   */
  LongText(LongTexts keep, Line line, int textStart) {
    this.keep = keep;
    this.line = line;
    this.textStart = textStart;
    closed = textStart < 0;
    scan = new TextScan(textStart);
    stop = textStart;
    first = FIRST * keep.around() + keep.visible() * TextScan.LONGEST;
  }

  /** Characters that were let go. */
  int letGoCharacters() {
    return letGoCharacters;
  }

  /** More of the line has arrived, or its beginning. */
  void arrived() {
    while (!closed) {
      scan.scan(line.bytes(), stop, line.end());
      if (scan.at() >= stop) {
        stretch();
      } else if (isBeforeId()) {
        letGo();
        from = null;
        scan.pass();
      } else {
        break; // for more bytes, or for good
      }
      stop = scan.at() + keep.around();
    }
    letGo();
    line.seen(scan.at());
  }

  private boolean isBeforeId() {
    int at = scan.at();
    return line.end() - at > 1 && line.bytes()[at] == '-'; // with a digit behind it
  }

  /** Another stretch holds nothing special. */
  private void stretch() {
    int length = scan.at() - textStart;
    if (length >= first) {
      first = Integer.MAX_VALUE;
      seen = true;
      closed = !showsEnough(length);
    }
    if (!seen || scan.characters() < keep.characters()) {
      return;
    }
    Mark here = new Mark(scan.at(), scan.characters());
    if (from == null) {
      from = here;
      to = here;
    } else {
      to = last;
    }
    last = here;
  }

  /** Whether so much of it shows what the whole text has to be known for. */
  private boolean showsEnough(int length) {
    String json = '"' + new String(line.bytes(), textStart, length, StandardCharsets.UTF_8) + '"';
    try {
      String first = Json.MAPPER.readTree(json).textValue();
      return first.codePoints().filter(Visible::isVisible).limit(keep.visible()).count()
          == keep.visible();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void letGo() {
    int bytes = from == null ? 0 : to.at - from.at;
    if (bytes > 0) {
      line.letGo(from.at, to.at);
      letGoCharacters += to.characters - from.characters;
      scan.moveBack(bytes);
      stop -= bytes;
      last = new Mark(last.at - bytes, last.characters);
      from = new Mark(from.at, to.characters);
      to = from;
    }
  }
}

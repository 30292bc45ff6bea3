package chatload.words;

import java.util.List;

/** A phrase with what fills its gaps, so that it can be said in any language. */
public interface Said {

  Phrase phrase();

  /** Whose name is in it, which every language has its own words for; null if it is about none. */
  Phrase metric();

  /** Our own figures and names, for the gaps 0, 1 and so on. */
  List<String> figures();

  /** Words from elsewhere, not to be trusted; null if the phrase has no gap for them. */
  String quote();
}

package chatload.words;

import java.util.List;

/**
 * Something that documents say: a key, of which every language has the words. Enums implement it,
 * so that a phrase that does not exist does not compile, and so do metrics; that all of them have
 * words is held by a test.
 */
public interface Phrase {

  /** The key inside the bundle. */
  String name();

  /** Phrases that it is put together from, if it has no words of its own. */
  default List<Phrase> parts() {
    return List.of();
  }

  /** The bundle: {@code chatload/words/<bundle>_<language>.properties}. */
  String bundle();
}

package chatload.document;

import chatload.words.Language;

/** A phrase in every language of the documents, with the gaps of {@code verdict.Template}. */
interface Bilingual {

  String english();

  String chinese();

  default String in(Language language) {
    return language == Language.ZH ? chinese() : english();
  }
}

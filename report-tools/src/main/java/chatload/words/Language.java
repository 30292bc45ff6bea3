package chatload.words;

import java.util.Locale;

/** A language that documents are written in. */
public enum Language {
  EN("en"),
  ZH("zh-Hans");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag. */
  public String tag() {
    return tag;
  }

  /** How the names of its bundles end, see {@link Phrase#bundle()}. */
  String suffix() {
    return "_" + name().toLowerCase(Locale.ROOT) + ".properties";
  }
}

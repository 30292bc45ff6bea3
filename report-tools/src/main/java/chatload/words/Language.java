package chatload.words;

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
}

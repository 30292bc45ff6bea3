package chatload.settings;

import chatload.tool.UserError;
import chatload.words.Language;
import java.util.Locale;
import java.util.Optional;

/** The language of the documents: {@code --lang}. */
final class LanguageSetting {

  private LanguageSetting() {}

  /** Empty if nobody names one. */
  static Optional<Language> given(GivenSettings given) {
    return given.get(Setting.LANG).map(one -> of(given));
  }

  static Language of(GivenSettings given) {
    return switch (given.text(Setting.LANG).toLowerCase(Locale.ROOT)) {
      case "en" -> Language.EN;
      case "zh" -> Language.ZH;
      default ->
          throw UserError.usage(
              given.get(Setting.LANG).orElseThrow().origin() + " is no language of the documents",
              "Use en or zh.");
    };
  }
}

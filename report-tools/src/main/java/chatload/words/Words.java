package chatload.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The words of every phrase, from property files in UTF-8: {@code <bundle>_<language>.properties}
 * with one phrase per key, in the syntax of {@link Template}. No language stands in for another.
 */
final class Words {

  private static final Map<String, Map<String, Template>> BUNDLES = new ConcurrentHashMap<>();

  private Words() {}

  /**
   * What is said.
   *
   * @throws IllegalStateException if the language has no words for it
   */
  static Template of(Phrase phrase, Language language) {
    if (!phrase.parts().isEmpty()) {
      return Template.joined(phrase.parts().stream().map(part -> of(part, language)).toList());
    }
    String file = phrase.bundle() + language.suffix();
    Template words = BUNDLES.computeIfAbsent(file, Words::read).get(phrase.name());
    if (words == null) {
      throw new IllegalStateException(file + " has no words for " + phrase.name());
    }
    return words;
  }

  private static Map<String, Template> read(String file) {
    Properties words = new Properties();
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + file);
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, key -> Template.parse(words.getProperty(key))));
  }
}

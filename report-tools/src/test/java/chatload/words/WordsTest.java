package chatload.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.metric.TimePhrase;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.verdict.Caveat;
import chatload.verdict.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every phrase has words in every language, with the same gaps, so that no figure is lost. */
class WordsTest {

  private static final Path CLASSES = folder(Words.class.getResource("Words.class"), 3);
  private static final Path BUNDLES = CLASSES.resolve("chatload/words");

  /** All that there are, of whatever class. */
  static List<Phrase> phrases() {
    return classes().stream().<Phrase>flatMap(type -> phrases(type).stream()).toList();
  }

  /** Every class of phrases, so that none can be forgotten here. */
  private static List<Class<?>> classes() {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .<Class<?>>map(name -> load(name.replace('/', '.')))
          .filter(type -> Phrase.class.isAssignableFrom(type) && !type.isInterface())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<? extends Phrase> phrases(Class<?> type) {
    if (type == Metric.class) {
      return Metrics.ALL.stream().filter(metric -> metric.parts().isEmpty()).toList();
    }
    if (type == TimePhrase.class) {
      return TimePhrase.ALL;
    }
    assertThat(type).matches(Class::isEnum);
    return Arrays.stream(type.getEnumConstants()).map(Phrase.class::cast).toList();
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, WordsTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void a_phrase_has_the_same_gaps_in_every_language(Phrase phrase) {
    for (Language language : Language.values()) {
      Template words = Words.of(phrase, language);
      assertThat(words.parts()).as(language.name()).isNotEmpty();
      assertThat(gaps(words)).as(language.name()).isEqualTo(gaps(Words.of(phrase, Language.EN)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_bundles_hold_the_keys_of_phrases_and_no_others(Language language) throws Exception {
    Map<String, Set<String>> expected = new TreeMap<>();
    phrases()
        .forEach(
            phrase ->
                expected
                    .computeIfAbsent(phrase.bundle() + language.suffix(), bundle -> new TreeSet<>())
                    .add(phrase.name()));
    Map<String, Set<String>> actual = new TreeMap<>();
    for (Path bundle : bundles(language)) {
      List<String> keys = keys(bundle);
      assertThat(keys).as(bundle.toString()).doesNotHaveDuplicates();
      actual.put(bundle.getFileName().toString(), new TreeSet<>(keys));
    }
    assertThat(actual).isEqualTo(expected);
  }

  /** But for causes: one of them is the word for anything that is not known. */
  @Test
  void what_is_the_same_in_english_is_the_same_in_chinese() {
    Map<Template, Template> chinese = new HashMap<>();
    for (Phrase phrase : phrases()) {
      if (!(phrase instanceof Cause)) {
        Template words = Words.of(phrase, Language.ZH);
        Template other = chinese.putIfAbsent(Words.of(phrase, Language.EN), words);
        assertThat(other).as(phrase.bundle() + " " + phrase).isIn(null, words);
      }
    }
  }

  /** But for percentiles, which are written alike. */
  @Test
  void chinese_is_chinese() {
    assertThat(phrases())
        .filteredOn(
            phrase ->
                !text(phrase, Language.ZH).equals(text(phrase, Language.EN))
                    || text(phrase, Language.EN).matches("P[0-9.]+"))
        .hasSizeGreaterThan(phrases().size() - 5);
  }

  @ParameterizedTest
  @EnumSource
  void a_reason_is_one_sentence_without_a_full_stop(Reason.Kind reason) {
    assertThat(text(reason, Language.EN)).doesNotEndWith(".");
    assertThat(text(reason, Language.ZH)).doesNotEndWith("。");
  }

  @ParameterizedTest
  @EnumSource
  void a_caveat_names_the_scenarios(Caveat caveat) {
    assertThat(gaps(Words.of(caveat, Language.EN))).containsExactly("0");
  }

  @ParameterizedTest
  @EnumSource
  void a_cause_keeps_the_word_that_is_in_the_json(Cause cause) {
    assertThat(text(cause, Language.EN)).isEqualTo(cause.label());
    assertThat(text(cause, Language.ZH)).contains(cause.label());
  }

  @ParameterizedTest
  @EnumSource
  void no_two_outcomes_share_a_meaning(Language language) {
    assertThat(Outcome.values())
        .extracting(outcome -> text(outcome, language))
        .doesNotHaveDuplicates();
  }

  private static String text(Phrase phrase, Language language) {
    return Words.of(phrase, language).parts().stream()
        .map(Template.Part::text)
        .collect(Collectors.joining());
  }

  private static Set<String> gaps(Template words) {
    return words.parts().stream()
        .filter(Template.Part::isGap)
        .map(Template.Part::text)
        .collect(Collectors.toSet());
  }

  private static List<Path> bundles(Language language) throws IOException {
    try (Stream<Path> files = Files.list(BUNDLES)) {
      return files.filter(file -> file.toString().endsWith(language.suffix())).sorted().toList();
    }
  }

  /** As they stand in the file, where one may stand twice. */
  private static List<String> keys(Path bundle) throws IOException {
    return Files.readAllLines(bundle, UTF_8).stream()
        .filter(line -> line.matches("[A-Za-z].*"))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  private static Path folder(URL inside, int up) {
    try {
      Path folder = Path.of(inside.toURI());
      for (int i = 0; i < up; i++) {
        folder = folder.getParent();
      }
      return folder;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

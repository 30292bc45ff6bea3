package chatload.settings;

import chatload.run.ClosureTarget;
import chatload.run.GateUsed;
import chatload.settings.GivenSettings.Given;
import chatload.settings.GivenSettings.Source;
import chatload.tool.UserError;
import chatload.words.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What somebody who closes an issue says.
 *
 * @param target what is to be closed, which no file of a report directory may say
 * @param language of the documents; empty if none was given
 * @param gate the gate file that some of it may be from
 */
public record ClosureSettings(
    ClosureTarget target, Optional<Language> language, Optional<GateUsed> gate) {

  private static final List<Setting> ALL = List.of(Setting.ISSUE, Setting.EPIC, Setting.REPO);

  /**
   * Resolves and checks them.
   *
   * @param reportDir what is about to be closed
   * @throws UserError with exit code 2 for what can't be used
   */
  public static ClosureSettings of(
      Map<Setting, String> flags,
      Properties properties,
      Map<String, String> environment,
      Path reportDir) {
    GivenSettings given = new GivenSettings(flags, properties, environment);
    if (ALL.stream()
        .flatMap(setting -> given.source(setting).stream())
        .anyMatch(Source.GATE_FILE::equals)) {
      given.gate().orElseThrow().requireOutside(reportDir);
    }
    return new ClosureSettings(
        resolve(given), LanguageSetting.given(given), given.gate().map(GateSettings::used));
  }

  static ClosureTarget resolve(GivenSettings given) {
    Optional<Given> epic = given.get(Setting.EPIC);
    ClosureTarget target =
        new ClosureTarget(
            (int) given.number(Setting.ISSUE),
            epic.isPresent() ? (int) given.number(Setting.EPIC) : null,
            given.get(Setting.REPO).map(Given::value).orElse(null));
    if (target.issue() == target.epicOrUsual()) {
      throw UserError.usage(
          epic.or(() -> given.get(Setting.ISSUE)).orElseThrow().origin()
              + ": issue and epic are both "
              + target.issue(),
          "Give the number of the issue and of its epic.");
    }
    if (target.repo() != null && !ClosureTarget.isRepo(target.repo())) {
      throw UserError.usage(
          given.get(Setting.REPO).orElseThrow().origin() + " is no repository",
          "Use OWNER/NAME, such as octo/chat.");
    }
    return target;
  }
}

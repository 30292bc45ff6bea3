package chatload.cli;

import chatload.UserError;
import chatload.closure.Request;
import chatload.settings.Setting;
import chatload.settings.Settings.Language;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** What {@code prepare} and {@code finalize} have in common. */
final class ClosingOptions {

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      required = true,
      description = "Directory with the runs.")
  Path reportDir;

  @Option(
      names = "--issue",
      paramLabel = "N",
      defaultValue = "" + Request.DEFAULT_ISSUE,
      description = "Number of the issue, also in file names (default: ${DEFAULT-VALUE}).")
  int issue;

  @Option(
      names = "--epic",
      paramLabel = "N",
      description = "Number of its epic (default: " + Request.DEFAULT_EPIC + ").")
  Integer epic;

  @Option(
      names = "--repo",
      paramLabel = "OWNER/NAME",
      description = "Repository of the issue (default: what gh finds where it is run).")
  String repo;

  @Option(
      names = "--require-review",
      arity = "0..1",
      fallbackValue = "true",
      description =
          "Items that people must judge keep everything open; then exit code 5. It stays so until"
              + " --require-review=false.")
  Boolean requireReview;

  @Option(
      names = "--strict-pass",
      description = "Exit with the verdict's code, 4 or 5, unless it is PASS.")
  boolean strictPass;

  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      description = "Language of the documents (default: en).")
  private String lang;

  /** Null if none was given. */
  Language language(Map<String, String> environment) {
    String given = lang != null ? lang : environment.getOrDefault(Setting.LANG.variable(), "");
    return switch (given.toLowerCase(Locale.ROOT)) {
      case "" -> null;
      case "en" -> Language.EN;
      case "zh" -> Language.ZH;
      default -> throw UserError.usage("--lang is no language of the documents", "Use en or zh.");
    };
  }
}

package chatload.cli;

import chatload.gate.GateFile;
import chatload.gate.Key;
import chatload.settings.GateSettings;
import chatload.settings.Setting;
import chatload.template.GateTemplate;
import chatload.text.ShellWords;
import chatload.tool.PathName;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A gate file that is about to be written. What exists is never overwritten. */
final class NewGateFile {

  private final String name;
  private final Path path;
  private final String option;

  /**
   * @param option by which it was named
   * @throws UserError with exit code 2 or 3 if it can't be written
   */
  NewGateFile(String name, String option) {
    this.name = name;
    this.option = option;
    if (name.equals(GateSettings.NONE)) {
      throw UserError.usage(option + " none names no file to write", "Name one.");
    }
    try {
      path = PathName.parse(name);
    } catch (IllegalArgumentException e) {
      throw UserError.usage(option + " is not a path: " + e.getMessage(), "Name a file.");
    }
    if (Files.exists(path)) {
      throw exists();
    }
    if (!Files.isDirectory(path.toAbsolutePath().getParent())) {
      throw noDirectory();
    }
  }

  private UserError exists() {
    return UserError.input(
        name + " exists already and is never overwritten", "Name another with " + option + ".");
  }

  private UserError noDirectory() {
    return UserError.usage(
        "the directory of " + option + " does not exist",
        "Make it, or name a file in another one.");
  }

  /**
   * @param values of settings that have a key, with paths as they are seen from here; a secret as a
   *     reference
   */
  void write(Map<Setting, String> values) throws IOException {
    Map<Setting, String> beside = new EnumMap<>(values);
    beside.replaceAll(this::fromThere);
    String text = GateTemplate.of(beside);
    GateSettings.requireGood(name, text);
    try {
      Files.writeString(path, text, StandardOpenOption.CREATE_NEW);
    } catch (NoSuchFileException e) {
      throw noDirectory();
    } catch (FileAlreadyExistsException e) {
      throw exists();
    }
  }

  /** Paths in a gate file are seen from where the file is. */
  private String fromThere(Setting setting, String value) {
    boolean isPath = setting.key().orElseThrow().form() == Key.Form.PATH;
    if (isPath && !setting.isWord(value)) {
      return fromThere(value);
    }
    return value.startsWith(GateSettings.FILE)
        ? GateSettings.FILE + fromThere(value.substring(GateSettings.FILE.length()))
        : value;
  }

  private String fromThere(String value) {
    Path given = PathName.parse(value);
    Path folder = path.toAbsolutePath().getParent().normalize();
    return given.isAbsolute() || folder.equals(Path.of("").toAbsolutePath().normalize())
        ? value
        : folder.relativize(given.toAbsolutePath().normalize()).toString();
  }

  /** What a command that reads it has to be told; begins with a blank, or is empty. */
  String inWords() {
    return name.equals(GateFile.NAME) ? "" : " --file " + ShellWords.join(List.of(name));
  }

  @Override
  public String toString() {
    return name;
  }
}

package chatload.cli.option;

import chatload.files.Folder;
import chatload.files.OutputFile;
import chatload.tool.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** Files that a command writes, none of which may be there before. */
public record NewFiles(Path directory) {

  /** Before anything is computed, so that nobody waits for a refusal. */
  public static NewFiles in(Path directory, String... names) {
    Folder folder = new Folder(directory);
    for (String name : names) {
      if (folder.has(directory.resolve(name))) {
        throw UserError.input(
            directory.resolve(name) + " exists already and is never overwritten",
            "Name another directory with --report-dir.");
      }
    }
    return new NewFiles(directory);
  }

  public void write(Map<String, OutputFile.Content> contents) {
    Folder folder = new Folder(directory);
    try {
      folder.makeDirectory(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    contents.forEach((name, text) -> OutputFile.write(folder, directory.resolve(name), text));
  }
}

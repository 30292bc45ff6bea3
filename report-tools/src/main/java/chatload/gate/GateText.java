package chatload.gate;

import chatload.text.Masked;
import chatload.tool.UserError;

/** Keeps secrets out of the text of a gate file: all of it, remarks too, becomes evidence. */
final class GateText {

  /** Names of files can look like credentials. */
  private static final String FILE = "(?<=[\\s\"'{\\[,])file:[^\\s\"',}\\]]+";

  private GateText() {}

  static void requireNoSecret(String name, String text) {
    String looked = text.replaceAll(FILE, "file:");
    String masked = Masked.of(looked);
    if (masked.equals(looked)) {
      return;
    }
    int at = 0;
    while (at < masked.length() && masked.charAt(at) == looked.charAt(at)) {
      at++;
    }
    long line = 1 + looked.substring(0, at).chars().filter(c -> c == '\n').count();
    throw UserError.usage(
        name
            + ":"
            + line
            + ": this looks like a credential, and the file becomes part of the evidence",
        "Write ${NAME} and set the variable NAME, or write file:PATH.");
  }
}

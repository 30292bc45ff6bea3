package chatload.gatling;

import java.text.Normalizer;
import java.util.Locale;

/** How Gatling makes file names, which are also ids, of the names of requests and groups. */
final class FileNames {

  private static final int LONGEST = 15;

  private FileNames() {}

  static String group(String name) {
    return "group_" + fileName(name);
  }

  static String request(String name) {
    return "req_" + fileName(name);
  }

  private static String fileName(String name) {
    String trimmed = name.trim().isEmpty() ? "missing_name" : name.trim();
    String clean =
        Normalizer.normalize(trimmed, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{InCombiningDiacriticalMarks}+", "-")
            .replaceAll("[^a-zA-Z0-9\\-]", "-");
    return clean.substring(0, Math.min(LONGEST, clean.length())) + "-" + trimmed.hashCode();
  }
}

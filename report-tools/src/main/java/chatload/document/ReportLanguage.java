package chatload.document;

import chatload.files.ReportDir;
import chatload.words.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The language in which a directory's documents were written last, as its overview page says. */
final class ReportLanguage {

  private static final int HEAD_BYTES = 200;

  private ReportLanguage() {}

  /** English unless the page says otherwise. */
  static Language of(ReportDir dir) {
    if (!dir.folder().has(dir.overviewHtml())) {
      return Language.EN;
    }
    try (InputStream in = dir.folder().stream(dir.overviewHtml())) {
      String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
      return head.contains("lang=\"" + Language.ZH.tag() + "\"") ? Language.ZH : Language.EN;
    } catch (IOException e) {
      throw chatload.tool.UserError.input(
          dir.overviewHtml() + " can't be read: " + e.getClass().getSimpleName(),
          "Check its permissions, or write the report again: ./loadtest report --report-dir DIR");
    }
  }
}

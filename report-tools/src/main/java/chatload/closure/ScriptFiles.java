package chatload.closure;

import chatload.evidence.EvidenceFile;
import chatload.evidence.EvidenceFiles;
import chatload.evidence.EvidenceList;
import chatload.signoff.ClosureCase;
import chatload.text.ShellWords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the closing script checks before it does anything: every file by path, seen from the report
 * directory, with its SHA-256, one call of the script's {@code same} each.
 */
final class ScriptFiles {

  private ScriptFiles() {}

  /**
   * The lines of the list. Evidence is as it was sealed; documents are as the evidence gives them.
   *
   * @param documents further documents by path
   */
  static String list(ClosureCase closure, Map<String, String> documents) {
    Map<String, String> hashes = new TreeMap<>();
    List<EvidenceFile> sealed = closure.sealed().map(EvidenceList::files).orElse(List.of());
    sealed.forEach(file -> hashes.put(file.path(), file.sha256()));
    hashes.putAll(closure.reports());
    documents.forEach((path, content) -> hashes.put(path, sha256(content)));
    hashes.putAll(closure.kept());
    StringBuilder lines = new StringBuilder();
    hashes.forEach(
        (path, hash) -> lines.append("same " + ShellWords.join(List.of(hash, path)) + "\n"));
    return lines.toString();
  }

  private static String sha256(String content) {
    return EvidenceFiles.sha256(content.getBytes(StandardCharsets.UTF_8));
  }
}

package chatload.survival;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A stretch of a job: it begins when a file says something, and takes about so long. */
enum Moment {
  START(".", "", 1500),
  PREFLIGHT("raw/run-id", "", 2500),
  WARM_UP("raw/smoke-run.json", "", 1500),
  SMOKE("raw/smoke-chats.jsonl", "{", 1000),
  GATLING("raw/smoke-run.json", "COMPLETED", 1500),
  BASELINE("raw/baseline-chats.jsonl", "{", 1000),
  STRESS("raw/stress-chats.jsonl", "{", 1000),
  LAST_GATLING("raw/stress-run.json", "COMPLETED", 2000),
  SEAL("logs/stress-gatling.log", "please open the following file", 1200),
  REPORT("manifest.json", "", 1200);

  private final String file;
  private final String content;
  private final int millis;

  Moment(String file, String content, int millis) {
    this.file = file;
    this.content = content;
    this.millis = millis;
  }

  /** How long it takes at most, milliseconds. */
  int millis() {
    return millis;
  }

  boolean hasBegun(Path reportDir) throws IOException {
    if (this == START) {
      return true;
    }
    try {
      byte[] bytes = Files.readAllBytes(reportDir.resolve(file));
      return new String(bytes, StandardCharsets.UTF_8).contains(content);
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}

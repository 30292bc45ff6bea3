package chatload.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.fuzz.Harmless;
import chatload.text.VisibleText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A simulation.log of any bytes: read, cut off or refused, and its figures add up. */
public final class SimulationLogFuzz {

  private SimulationLogFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    RunStats stats;
    try {
      stats = RunStats.read(new ByteArrayInputStream(input));
    } catch (UnusableLog e) {
      Harmless.require(VisibleText.of(e.getMessage()) + e.hint());
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ChatFigures fromLog = ChatFigures.of(stats);
    assertThat(fromLog.ok()).isBetween(0L, fromLog.total());
    byte[] json = ResultsFolder.json(stats);
    try {
      assertThat(Json.MAPPER.readTree(json).path("type").asText()).isEqualTo("GROUP");
      ChatFigures fromJson = ChatFigures.of(json);
      assertThat(fromJson.total()).isEqualTo(fromLog.total());
      assertThat(fromJson.ok()).isEqualTo(fromLog.ok());
      assertThat(fromJson.p95TotalMs()).isEqualTo(fromLog.p95TotalMs());
    } catch (IOException e) {
      throw new AssertionError("the stats.json of a log can't be read", e);
    }
  }
}

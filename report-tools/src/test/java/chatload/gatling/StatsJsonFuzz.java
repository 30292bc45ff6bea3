package chatload.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** A stats.json of any bytes: read as figures that are possible, or refused. */
public final class StatsJsonFuzz {

  private StatsJsonFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    ChatFigures figures;
    try {
      figures = ChatFigures.of(input);
    } catch (IOException e) {
      return;
    }
    assertThat(figures.p95TotalMs() == null).isEqualTo(figures.ok() == 0);
    assertThat(figures.p95FirstTokenMs() == null).isEqualTo(figures.firstTokens() == 0);
  }
}

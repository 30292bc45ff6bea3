package chatload.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {

  @TempDir private Path temporary;

  @Test
  void processorTimeIsThatBetweenTwoInstantsButForLookingAtMemory() throws IOException {
    Usage usage =
        usage(
            """
            cpu 1000 500
            cpu 2000 700
            memory 2500 800 10 10 50
            cpu 3000 900
            cpu 4000 1900
            """);
    assertThat(usage.cpuNanos(1990, 3010)).isEqualTo(900 - 700 - 50);
    assertThat(usage.cpuNanos(3000, 4000)).isEqualTo(1000);
  }

  @Test
  void aStreamsMemoryIsTheHeapThatGoesWithItAndItsShareOfAllDirectMemory() throws IOException {
    Usage usage =
        usage(
            """
            memory 2500 800 30000 6000 50
            memory 9000 900 10000 5000 50
            """);
    assertThat(usage.bytesPerStream(10)).hasValue((30000 - 10000 + 6000) / 10.0);
  }

  @Test
  void oneLookAtMemoryTellsNothingOfAStream() throws IOException {
    assertThat(usage("memory 2500 800 30000 6000 50\n").bytesPerStream(10)).isEmpty();
  }

  private Usage usage(String notes) throws IOException {
    return Usage.read(Files.writeString(temporary.resolve("notes"), notes));
  }
}

package chatload.load.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.run.RunManifest.Calibration;
import chatload.settings.ClientSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  /** As in the second run of a job. */
  @Test
  void aJvmThatHasPractisedSendsCalmChatsAloneAndSaysWhatTheyMeasured() {
    WarmUp.practise(Duration.ofSeconds(10));

    Calibration calibration = WarmUp.run(Duration.ofSeconds(1), ClientSettings.defaults());

    assertThat(calibration.rounds()).isOne();
    assertThat(calibration.chats()).isEqualTo(100);
    assertThat(calibration.n()).isEqualTo(100);
    assertThat(calibration.firstTokenErrorP95Ms()).isPositive();
    assertThat(calibration.totalErrorP95Ms()).isPositive();
    assertThat(calibration.converged())
        .isEqualTo(
            Math.max(calibration.firstTokenErrorP95Ms(), calibration.totalErrorP95Ms()) <= 2.5);
  }
}

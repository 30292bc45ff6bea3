package chatload.load;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.tool.Version;
import io.gatling.commons.util.GatlingVersion;
import io.gatling.core.config.GatlingConfiguration;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.Test;

/** What {@code gatling.conf} and the JVM options must keep Gatling from doing. */
class GatlingSettingsTest {

  private final GatlingConfiguration configuration = GatlingConfiguration.load();

  @Test
  void nobodyIsCalledButTheTarget() {
    assertThat(configuration.data().enableAnalytics()).isFalse();
    assertThat(configuration.http().warmUpUrl().isEmpty()).isTrue();
    assertThat(Preferences.userRoot().node("/io/gatling/latestVersion"))
        .isNotNull()
        .extracting(node -> node.getLong("lastCheckTimestamp", 0))
        .isEqualTo(Long.MAX_VALUE);
    assertThat(GatlingVersion.LatestRelease().isEmpty()).isTrue();
  }

  @Test
  void theVersionThatTheEvidenceNamesIsTheOneThatRuns() {
    assertThat(GatlingVersion.ThisVersion().fullVersion()).isEqualTo(Version.GATLING);
  }
}

package chatload.verdict;

import chatload.run.RunManifest;
import chatload.run.Scenario;
import chatload.run.Thresholds;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Something that a verdict can't tell, and that whoever relies on it has to know. Nothing may be
 * closed on the strength of a run that carries any of them, and no reviewer can accept one.
 */
public enum Mark {
  /** The target was this project's own chat service. */
  EMBEDDED_TARGET,
  /** Size, time limit or thresholds are not the checklist's. */
  NOT_PRESET,
  /** Certificates and host names were not verified. */
  TLS_NOT_VERIFIED;

  /** The marks of one run. That it is the preset is not believed, but looked up. */
  public static Set<Mark> of(RunManifest manifest) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    if (manifest.target().isEmbedded()) {
      marks.add(EMBEDDED_TARGET);
    }
    if (!isPreset(manifest)) {
      marks.add(NOT_PRESET);
    }
    if (!manifest.target().tlsVerified()) {
      marks.add(TLS_NOT_VERIFIED);
    }
    return marks;
  }

  /**
   * True when size, time limit, ramp and thresholds are the checklist's, and the run says so too.
   */
  public static boolean isPreset(RunManifest manifest) {
    RunManifest.Config config = manifest.config();
    Thresholds limits = manifest.thresholds();
    return manifest.preset()
        && Scenario.preset(manifest.scenario())
            .filter(preset -> preset.requests() == config.requests())
            .filter(preset -> preset.concurrency() == config.concurrency())
            .filter(preset -> preset.timeLimit().equals(Duration.ofMillis(config.timeoutMs())))
            .filter(
                preset -> config.rampMs() == null || preset.ramp().toMillis() == config.rampMs())
            .filter(preset -> preset.thresholds().equals(limits))
            .isPresent();
  }
}

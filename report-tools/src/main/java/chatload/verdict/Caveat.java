package chatload.verdict;

import chatload.run.PresetSet;
import chatload.run.RunManifest;
import chatload.words.Phrase;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a verdict can't tell, and that whoever relies on it has to know. Nothing may be
 * closed on the strength of a run that carries any of them, and no reviewer can accept one. Said
 * with gap 0 for the scenarios that carry it.
 */
public enum Caveat implements Phrase {
  /** The target was this project's own chat service. */
  EMBEDDED_TARGET,
  /** Size, time limit or thresholds are not the checklist's. */
  NOT_PRESET,
  /** Only a part of the checklist's scenarios was asked for; carried by those left out. */
  PARTIAL_PRESET,
  /** Certificates and host names were not verified. */
  TLS_NOT_VERIFIED,
  /** Canned replies were not told from answers: the list of them was empty. */
  CANNED_REPLIES_UNKNOWN,
  /** In the protocol that was spoken, a reply that was cut can look whole. */
  CUTS_UNSEEN;

  @Override
  public String bundle() {
    return "caveat";
  }

  /**
   * The caveats of one run. That it is the preset is not believed, but looked up.
   *
   * @param presets those in force, as they were published; empty if nobody knows them
   */
  public static Set<Caveat> of(RunManifest manifest, Optional<PresetSet> presets) {
    Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
    if (manifest.target().isEmbedded()) {
      caveats.add(EMBEDDED_TARGET);
    }
    if (!isPreset(manifest, presets)) {
      caveats.add(NOT_PRESET);
    }
    if (!manifest.target().tlsVerified()) {
      caveats.add(TLS_NOT_VERIFIED);
    }
    if (manifest.target().fallbackReplies().isEmpty()) {
      caveats.add(CANNED_REPLIES_UNKNOWN);
    }
    if (manifest.target().protocol() != null && !manifest.target().protocol().seesCuts()) {
      caveats.add(CUTS_UNSEEN);
    }
    return caveats;
  }

  /** Size, time limit, ramp and thresholds are the checklist's, and the run says so too. */
  private static boolean isPreset(RunManifest manifest, Optional<PresetSet> presets) {
    RunManifest.Config config = manifest.config();
    return manifest.preset()
        && config.data() == null
        && config.cancel() == null
        && config.load() == null
        && presets
            .flatMap(set -> set.scenario(manifest.scenario()))
            .filter(preset -> preset.requests() == config.requests())
            .filter(preset -> preset.concurrency() == config.concurrency())
            .filter(preset -> preset.timeoutMs() == config.timeoutMs())
            .filter(preset -> config.rampMs() == null || preset.rampMs() == config.rampMs())
            .filter(preset -> preset.thresholds().equals(manifest.thresholds()))
            .isPresent();
  }
}

package chatload.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Real jobs at the preset sizes, each run once for all tests of a build, when it is needed. */
enum Job {
  /** Against an honest service; reviewed, with all closing documents. */
  PASS {
    @Override
    AttackedJob run(Path root) {
      return signedOff(root, new AttackedService(Manners.honest()), List.of());
    }
  },

  /** Just as good, of another tenant and with another message, and behind a wall. */
  OTHER_PASS {
    @Override
    AttackedJob run(Path root) {
      return signedOff(
          root,
          new AttackedService(Manners.honest(), Manners.wall()),
          List.of("--tenant-id", "t-other", "--message", "请记住我喜欢靠窗的座位。"));
    }
  },

  /** Against a service that plays all tricks. */
  TRICKS {
    @Override
    AttackedJob run(Path root) {
      return against(Trick.all(), root, List.of());
    }
  },

  /** Against a service that answers before all users are there. */
  INSTANT {
    @Override
    AttackedJob run(Path root) {
      return against(Manners.instant(), root, List.of());
    }
  };

  /** Where its issues are. */
  static final String REPO = "octo/chat";

  private AttackedJob done;

  abstract AttackedJob run(Path root);

  /** The job, which is over. Nobody may change its directory. */
  synchronized AttackedJob get() {
    if (done == null) {
      done = run(folder().resolve(name().toLowerCase(Locale.ROOT)));
    }
    return done;
  }

  static AttackedJob against(AttackedService.Manner manner, Path root, List<String> more) {
    try (AttackedService service = new AttackedService(manner)) {
      return AttackedJob.run(root, service, Map.of(), more);
    }
  }

  /** Closes the service, too. */
  private static AttackedJob signedOff(Path root, AttackedService service, List<String> more) {
    try (service) {
      AttackedJob job = AttackedJob.run(root, service, Map.of(), more);
      requireZero(job.ended());
      requireZero(job.reading("review", "--reviewer", "Li Lei", "--tuning", "none needed"));
      requireZero(job.reading("prepare", "--repo", REPO));
      requireZero(job.reading("finalize", "--repo", REPO));
      return job;
    }
  }

  private static void requireZero(Ended ended) {
    if (ended.code() != 0) {
      throw new AssertionError("an honest job ended with " + ended);
    }
  }

  /** Below the build's directory, made anew by each build. */
  static Path folder() {
    return Folder.ROOT;
  }

  private static final class Folder {

    static final Path ROOT = fresh();

    private static Path fresh() {
      Path root = Path.of("target", "attack").toAbsolutePath();
      new Directory(root).delete();
      try {
        return Files.createDirectories(root);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

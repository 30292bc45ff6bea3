package chatload.attack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A job that is over, started as a user starts it.
 *
 * @param directory where it left its results
 * @param ended how {@code loadtest scenarios} ended
 * @param chats what the service was asked for
 */
record AttackedJob(Directory directory, Ended ended, List<Chat> chats) {

  /** Long enough to be no cold start, short enough for many jobs. */
  private static final String WARM_UP_SECONDS = "1";

  /**
   * Runs it at the preset sizes, unless the arguments say otherwise.
   *
   * @param variables further variables
   * @param more further arguments
   */
  static AttackedJob run(
      Path root, AttackedService service, Map<String, String> variables, List<String> more) {
    return run(root, service.url(), service, variables, more);
  }

  /** The same against another URL, behind which the service stands. */
  static AttackedJob run(
      Path root,
      String url,
      AttackedService service,
      Map<String, String> variables,
      List<String> more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "scenarios",
                "--url",
                url,
                "--report-dir",
                root.toString(),
                "--warm-up-seconds",
                WARM_UP_SECONDS));
    arguments.addAll(more);
    Map<String, String> all = new HashMap<>(variables);
    all.putIfAbsent("AUTH_JWT_SECRET", AttackedService.SECRET);
    Ended ended = Tool.process(all, arguments);
    return new AttackedJob(new Directory(root), ended, List.copyOf(service.chats()));
  }

  int code() {
    return ended.code();
  }

  /** What {@code loadtest COMMAND --report-dir} says of its directory. */
  Ended reading(String command, String... more) {
    return Tool.reading(directory, command, more);
  }
}

package chatload.launch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables from which Java itself takes options. It prints them, passwords included, and they
 * can change anything: where the load goes, what it is measured with, whether certificates are
 * checked. So no process that sends load gets them.
 */
public final class JavaVariables {

  static final List<String> NAMES =
      List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS");

  /** The one property that such a process needs from the user: where it may put files. */
  static final String TEMPORARY_FILES = "java.io.tmpdir";

  private JavaVariables() {}

  /** Says that what such a variable holds has no effect on the load; empty if none is set. */
  public static Optional<String> warning(Map<String, String> environment) {
    return NAMES.stream()
        .filter(name -> !environment.getOrDefault(name, "").isBlank())
        .findFirst()
        .map(
            name ->
                "warning: "
                    + name
                    + " has no effect on the processes that send load; --ca-file names a certificate"
                    + " authority of your own");
  }
}

package chatload.load.exchange;

import chatload.launch.OpenFiles;
import io.netty.channel.unix.Errors;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

/**
 * Tells the trouble of the machine that sends the load, and of this program, from that of the
 * service: no files, ports, buffers, memory or threads left, nothing let out, classes that can't be
 * loaded. The service can't help it, so it never counts against it.
 */
final class OwnTrouble {

  /** How Java and its libraries say it, in lower case; only in errors of input and output. */
  private static final Set<String> WORDS =
      Set.of(
          "too many open files",
          "too many files open",
          "no file descriptors available",
          "no buffer space available",
          "lacked sufficient buffer space",
          "cannot assign requested address",
          "can't assign requested address",
          "address already in use",
          "cannot allocate memory",
          "not enough memory",
          "not enough space",
          "operation not permitted",
          "permission denied",
          "network is down");

  /**
   * Error numbers of Linux: EAGAIN is what it says when there are no threads or ports left, EPERM
   * and EACCES when a rule of this machine's own lets no connection out.
   */
  private static final Set<Integer> LINUX =
      Set.of(
          -1 /* EPERM */,
          -11 /* EAGAIN */,
          -12 /* ENOMEM */,
          -13 /* EACCES */,
          -23 /* ENFILE */,
          -24 /* EMFILE */,
          -98 /* EADDRINUSE */,
          -99 /* EADDRNOTAVAIL */,
          -100 /* ENETDOWN */,
          -105 /* ENOBUFS */);

  private OwnTrouble() {}

  /** Whether it, or anything that it came from, is this machine's own trouble. */
  static boolean isIn(Throwable problem) {
    return problem instanceof NullPointerException
        || problem instanceof IllegalStateException
        || isIn(problem, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static boolean isIn(Throwable problem, Set<Throwable> seen) {
    if (problem == null || !seen.add(problem)) {
      return false;
    }
    if (isOwn(problem) || isIn(problem.getCause(), seen)) {
      return true;
    }
    for (Throwable suppressed : problem.getSuppressed()) {
      if (isIn(suppressed, seen)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOwn(Throwable problem) {
    if (problem instanceof LinkageError
        || problem instanceof VirtualMachineError
        || problem instanceof ReflectiveOperationException
        || problem instanceof RejectedExecutionException) {
      return true;
    }
    if (problem instanceof Errors.NativeIoException nativeIo
        && LINUX.contains(nativeIo.expectedErr())) {
      return true;
    }
    // Looking up a name takes a file, and does not say when there was none.
    return problem instanceof IOException
        && (says(problem)
            || problem instanceof UnknownHostException && OpenFiles.now().areUsedUp());
  }

  private static boolean says(Throwable problem) {
    String message = problem.getMessage();
    return message != null && WORDS.stream().anyMatch(message.toLowerCase(Locale.ROOT)::contains);
  }
}

package chatload;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Keeps the other JVM of tests away while a class of {@link OnIdleMachine} runs: every class holds
 * a lock of one file, shared with others or, with that annotation, alone.
 */
public final class IdleMachine implements BeforeAllCallback, AfterAllCallback {

  private static final Path FILE = Path.of("target", "idle-machine.lock");

  private FileChannel channel;
  private FileLock lock;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    if (!isNested(context)) {
      Files.createDirectories(FILE.getParent());
      channel =
          FileChannel.open(
              FILE, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      boolean isShared = !context.getRequiredTestClass().isAnnotationPresent(OnIdleMachine.class);
      lock = channel.lock(0, Long.MAX_VALUE, isShared);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (!isNested(context)) {
      lock.release();
      channel.close();
    }
  }

  private static boolean isNested(ExtensionContext context) {
    return context.getRequiredTestClass().getEnclosingClass() != null;
  }
}

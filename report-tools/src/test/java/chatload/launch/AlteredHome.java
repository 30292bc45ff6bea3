package chatload.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/**
 * A project's directory of a test's own. The processes that are started from it run the classes
 * that the test put there, and all others as they are: what a test makes die or hang needs no hook
 * in the product.
 */
public final class AlteredHome {

  private final Path root;
  private final Path sources;
  private final Path classes;

  /**
   * @param root a directory that is made
   */
  public AlteredHome(Path root) throws IOException {
    this.root = root;
    this.sources = root.resolve("sources");
    this.classes = Files.createDirectories(root.resolve("target/test-classes"));
    Files.writeString(
        root.resolve("target/simulation.classpath"), System.getProperty("java.class.path"));
    Path options = root.resolve(Home.OPTIONS_FILE);
    Files.createDirectories(options.getParent());
    Files.copy(Path.of(Home.OPTIONS_FILE), options);
  }

  /** For {@link Home#PROPERTY}. */
  public Path root() {
    return root;
  }

  public Home home() {
    return new Home(root);
  }

  /**
   * Puts a class there.
   *
   * @param path its path in a source folder, such as {@code chatload/Main.java}
   */
  public AlteredHome with(String path, String source) throws IOException {
    Path file = sources.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-nowarn",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                file.toString());
    assertThat(failed).as(path + " can be compiled").isZero();
    return this;
  }

  /**
   * Puts one of the project's own classes there, in which something is different.
   *
   * @param folder source folder, from the project's directory
   * @param was a piece of it
   * @param is what stands there instead
   */
  public AlteredHome with(String folder, String path, String was, String is) throws IOException {
    String source = Files.readString(Path.of(folder, path));
    assertThat(source).as(path).contains(was);
    return with(path, source.replace(was, is));
  }
}

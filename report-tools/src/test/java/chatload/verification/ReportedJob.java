package chatload.verification;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.fixture.CommandRun;
import chatload.fixture.JobFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A job that was reported on and sealed, whose files can be changed one by one. */
abstract class ReportedJob {

  @TempDir Path temp;
  ReportDir dir;
  Path root;

  @BeforeEach
  void reportOnce() throws IOException {
    dir = new JobFixture().unreported().in(temp.resolve("report"));
    root = dir.root();
    write("logs/smoke-gatling.log", "what Gatling printed\n");
    write("gatling/othersimulation-1/index.html", "<html>");
    assertThat(run("report").code()).isZero();
  }

  CommandRun run(String command, String... more) {
    return CommandRun.of(command, root, more);
  }

  List<Path> children() throws IOException {
    try (var all = Files.list(root)) {
      return new ArrayList<>(all.toList());
    }
  }

  void write(String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }

  void delete(String path) throws IOException {
    Files.delete(root.resolve(path));
  }

  void edit(String path, String what, String by) throws IOException {
    String text = Files.readString(root.resolve(path));
    assertThat(text).contains(what);
    Files.writeString(root.resolve(path), text.replace(what, by));
  }
}

package chatload.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.tool.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDirLockTest {

  @TempDir Path root;
  private ReportDir dir;

  @BeforeEach
  void aRunIsThere() throws IOException {
    dir = new ReportDir(root);
    Files.createDirectories(dir.raw());
  }

  @Test
  void a_process_that_outlives_its_job_keeps_others_from_writing() {
    ReportDirLock job = ReportDirLock.takeForJob(dir);
    ReportDirLock child = ReportDirLock.join(dir);
    assertTaken();
    job.close();
    assertTaken();
    child.close();
    ReportDirLock.take(dir).close();
  }

  @Test
  void while_a_report_is_written_no_process_joins() {
    ReportDirLock report = ReportDirLock.take(dir);
    assertThatThrownBy(() -> ReportDirLock.join(dir)).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> ReportDirLock.takeForJob(dir)).isInstanceOf(UserError.class);
    report.close();
    assertThat(dir.lock()).isEmptyFile();
  }

  private void assertTaken() {
    assertThatThrownBy(() -> ReportDirLock.take(dir))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("another loadtest is at work");
  }
}

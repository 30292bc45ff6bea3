package chatload.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chatload.metric.Limits;
import chatload.run.Scenario;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenFilesTest {

  @Test
  void too_few_for_the_users_is_an_error_with_the_command_that_raises_the_limit() {
    UserError error =
        catchThrowableOfType(
            UserError.class,
            () -> new OpenFiles(20, 256).requireFor(List.of(Scenario.SMOKE, users(300))));
    assertThat(error.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT);
    assertThat(error.getMessage())
        .contains("only 256 files", "stress with 300 chats at once needs 520");
    assertThat(error.hint()).contains("ulimit -n 520");
  }

  @Test
  void the_presets_make_do_with_what_macos_allows() {
    assertThatCode(() -> new OpenFiles(20, 256).requireFor(Scenario.PRESETS))
        .doesNotThrowAnyException();
  }

  @Test
  void exactly_enough_is_enough() {
    assertThatCode(() -> new OpenFiles(0, 520).requireFor(List.of(users(300))))
        .doesNotThrowAnyException();
    assertThat(
            catchThrowableOfType(
                UserError.class, () -> new OpenFiles(0, 519).requireFor(List.of(users(300)))))
        .isNotNull();
  }

  @Test
  void a_system_that_does_not_say_has_enough() {
    assertThatCode(() -> new OpenFiles(0, Long.MAX_VALUE).requireFor(List.of(users(100_000))))
        .doesNotThrowAnyException();
    assertThat(new OpenFiles(0, Long.MAX_VALUE).areUsedUp()).isFalse();
  }

  @Test
  void they_are_used_up_when_no_name_can_be_looked_up_any_more() {
    assertThat(new OpenFiles(253, 256).areUsedUp()).isTrue();
    assertThat(new OpenFiles(252, 256).areUsedUp()).isFalse();
    assertThat(OpenFiles.now().areUsedUp()).isFalse();
    assertThat(OpenFiles.now().open()).isBetween(0L, OpenFiles.now().most());
  }

  private static Scenario users(int users) {
    return new Scenario(
        "stress", 10 * users, users, Duration.ofSeconds(45), Limits.of(0.95, 10000, 3500));
  }
}

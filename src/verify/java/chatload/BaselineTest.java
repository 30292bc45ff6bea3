package chatload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A run that is compared with an old one as soon as it is over. */
@OnIdleMachine
class BaselineTest extends SmallJob {

  private static final String[] SMOKE = {"--profiles", "smoke"};

  @Test
  void aPassThatNothingIsProvenOfIsNoPassBesideItsBaseline() throws IOException {
    Path old = temporary.resolve("old");
    assertThat(loadtest(secret(), scenarios(old, "1", SMOKE))).as(output()).isZero();
    Path now = temporary.resolve("now");
    String[] more = {"--profiles", "smoke", "--baseline", old.toString()};
    assertThat(loadtest(secret(), scenarios(now, "1", more))).as(output()).isEqualTo(5);
    assertThat(out.toString()).contains("Overall Result: PASS").contains("compare.md");
    assertThat(json(now.resolve("compare.json")).at("/judgement").asText())
        .isEqualTo("INCONCLUSIVE");
    assertThat(Files.readString(now.resolve("compare.md"))).contains("smoke");
  }

  @Test
  void anotherLoadIsRefusedBeforeAnythingIsSent() {
    Path old = temporary.resolve("old");
    assertThat(loadtest(secret(), scenarios(old, "0", SMOKE))).as(output()).isNotEqualTo(2);
    Path now = temporary.resolve("now");
    String[] more = {"--profiles", "baseline", "--baseline", old.toString()};
    assertThat(loadtest(secret(), scenarios(now, "0", more))).isEqualTo(2);
    assertThat(err.toString()).contains("is of another load").contains("smoke with 4 chats");
    assertThat(now).doesNotExist();
  }
}

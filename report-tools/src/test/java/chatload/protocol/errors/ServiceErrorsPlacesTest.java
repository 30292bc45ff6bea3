package chatload.protocol.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What protocols ask of the search for errors, beside the search itself. */
class ServiceErrorsPlacesTest {

  @Test
  void whatTheSearchLooksAtCanDecide() {
    assertThat(ServiceErrors.mayDecide(List.of("more", "error"))).isTrue();
    assertThat(ServiceErrors.mayDecide(List.of("data", "status"))).isTrue();
    assertThat(ServiceErrors.mayDecide(List.of("data", "id"))).isFalse();
  }

  @Test
  void aStringAloneCanDecideUnlessItsEventHasANameThatIsNoState() {
    assertThat(ServiceErrors.mayDecide("message")).isTrue();
    assertThat(ServiceErrors.mayDecide("run.status")).isTrue();
    assertThat(ServiceErrors.mayDecide("0")).isFalse();
  }

  @Test
  void anErrorThatSaysNoneIsNothing() {
    assertThat(ServiceErrors.isNothing(new TextNode("none"))).isTrue();
    assertThat(ServiceErrors.isNothing(new TextNode("down"))).isFalse();
  }

  @Test
  void theWordsOfAnErrorAreItsData() {
    assertThat(ServiceErrors.words("down", MissingNode.getInstance())).isEqualTo("down");
    assertThat(ServiceErrors.words(" ", MissingNode.getInstance())).isEqualTo("(without data)");
    assertThat(ServiceErrors.words(null, MissingNode.getInstance())).isEqualTo("(without data)");
  }

  @Test
  void whatCanBeOfTheStateOfAChat() {
    for (String name : List.of("degraded", "reason", "truncated", "status", "message")) {
      assertThat(StateWords.isAbout(name)).as(name).isTrue();
    }
    assertThat(StateWords.isAbout("id")).isFalse();
  }
}

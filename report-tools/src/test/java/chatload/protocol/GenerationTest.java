package chatload.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GenerationTest {

  private final Generation generation = new Generation();

  @Test
  void itBeginsWithWhatIsProducedFirstBeItTextOrNot() {
    assertThat(generation.firstNanos()).isNegative();
    generation.text(0);
    generation.text(5);
    generation.take(new ChatEvent.Generated(false), 7);
    assertThat(generation.firstNanos()).isZero();

    Generation thinking = new Generation();
    thinking.take(new ChatEvent.Generated(false), 3);
    thinking.text(5);
    assertThat(thinking.firstNanos()).isEqualTo(3);
  }

  @Test
  void aCallIsAnsweredByText() {
    generation.take(new ChatEvent.Generated(false), 1);
    assertThat(generation.isCalling()).isFalse();
    generation.take(new ChatEvent.Generated(true), 2);
    generation.take(new ChatEvent.Generated(false), 3);
    assertThat(generation.isCalling()).isTrue();
    generation.text(4);
    assertThat(generation.isCalling()).isFalse();
  }

  @Test
  void whatIsSaidOfItsUseStandsUntilSomethingElseIs() {
    assertThat(generation.usage()).isNull();
    Usage first = new Usage(1L, null, null);
    generation.take(new ChatEvent.Used(first));
    assertThat(generation.usage()).isEqualTo(first);
    generation.take(new ChatEvent.Used(new Usage(null, 2L, 3L)));
    assertThat(generation.usage()).isEqualTo(new Usage(1L, 2L, 3L));
    generation.take(new ChatEvent.Used(new Usage(4L, 5L, 6L)));
    assertThat(generation.usage()).isEqualTo(new Usage(4L, 5L, 6L));
    generation.take(new ChatEvent.Used(new Usage(null, null, null)));
    assertThat(generation.usage()).isEqualTo(new Usage(4L, 5L, 6L));
  }
}

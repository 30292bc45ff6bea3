package chatload.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {

  @Test
  void allPartsTogetherAreThePlanAndNobodyIsInTwo() {
    for (int of = 1; of <= 7; of++) {
      for (int users = of; users <= 23; users++) {
        for (int requests : List.of(users, users + 1, 3 * users - 1, 100)) {
          if (requests >= users) {
            isWhole(of, users, requests);
          }
        }
      }
    }
  }

  private static void isWhole(int of, int users, int requests) {
    List<Integer> all = new ArrayList<>();
    int chats = 0;
    for (int number = 1; number <= of; number++) {
      Part part = new Part(number, of);
      List<Integer> own = IntStream.rangeClosed(1, part.users(users)).mapToObj(part::user).toList();
      assertThat(own).allMatch(part::isMine);
      all.addAll(own);
      int mine =
          (int)
              IntStream.rangeClosed(1, requests)
                  .filter(id -> part.isMine((id - 1) % users + 1))
                  .count();
      assertThat(part.chats(requests, users))
          .as("%s of %s/%s", part, users, requests)
          .isEqualTo(mine);
      chats += mine;
    }
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, users).boxed().toList());
    assertThat(chats).isEqualTo(requests);
  }

  @Test
  void theWholeIsEverybodys() {
    assertThat(Part.WHOLE.of(Scenario.STRESS)).isEqualTo(Scenario.STRESS);
    assertThat(Part.parse("2/4")).isEqualTo(new Part(2, 4)).hasToString("2/4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "0/4", "5/4", "1/0", "-1/4", "1/1001", "1/4 ", "１/4", "1/4/5"})
  void whatIsNoPartIsRefused(String text) {
    assertThatThrownBy(() -> Part.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyScenarioHasTheTimeThatTheOneBeforeItMayTake() {
    Instant start = Instant.parse("2026-12-01T08:00:00Z");
    Injector injector = new Injector(new Part(1, 2), start);

    assertThat(injector.startOf("smoke", Scenario.PRESETS, Duration.ZERO)).contains(start);
    assertThat(injector.startOf("baseline", Scenario.PRESETS, Duration.ZERO))
        .contains(start.plusSeconds(10 * 8 + 1 + 60));
    assertThat(injector.startOf("stress", Scenario.PRESETS, Duration.ofSeconds(2)))
        .contains(start.plusSeconds(10 * (8 + 2) + 61 + 10 * (6 + 2) + 61));
    assertThat(Injector.ALONE.startOf("smoke", Scenario.PRESETS, Duration.ZERO)).isEmpty();
  }

  @Test
  void aPlansHashIsThatOfAllItSaysAndOfNoJob() {
    JobPlan plan = Plans.whole("a");
    String at = "2026-12-01T08:00:00Z";
    String hash = PlanHash.of(plan, 4, at);

    assertThat(PlanHash.of(Plans.whole("b"), 4, at)).isEqualTo(hash).matches("[0-9a-f]{64}");
    assertThat(PlanHash.of(plan.as("a", at, new PlannedPart(2, 4, hash, at, "h"), null), 4, at))
        .isEqualTo(hash);
    assertThat(PlanHash.of(plan, 3, at)).isNotEqualTo(hash);
    assertThat(PlanHash.of(plan, 4, null)).isNotEqualTo(hash);
    assertThat(PlanHash.of(Plans.with(plan, "message", "ho"), 4, at)).isNotEqualTo(hash);
    assertThat(PlanHash.of(Plans.with(plan, "cancel", new CancelPlan(0.1, 5, 7)), 4, at))
        .isNotEqualTo(PlanHash.of(Plans.with(plan, "cancel", new CancelPlan(0.1, 5, 8)), 4, at));
  }
}

package chatload.signoff;

import chatload.result.JobResult;
import chatload.review.Item;
import chatload.review.Judged;
import chatload.review.ReviewEntry;
import chatload.review.ReviewState;
import chatload.verdict.Verdict;
import chatload.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What people must judge before anything is closed, and whether they did. */
final class HumanReview {

  private final JobResult job;
  private final ReviewState review;

  HumanReview(JobResult job, ReviewState review) {
    this.job = job;
    this.review = review;
  }

  List<Gate> gates() {
    List<Gate> gates = new ArrayList<>();
    gates.add(allPass());
    gates.add(
        aboutFailures(
            Item.ROOT_CAUSES,
            ClosurePhrase.ITEM_ROOT_CAUSES,
            Judged::hasRootCause,
            Say.of(ClosurePhrase.JUDGED_COUNT, count(Judged::hasRootCause), all())));
    gates.add(
        aboutFailures(
            Item.DEPENDENCIES,
            ClosurePhrase.ITEM_DEPENDENCIES,
            judged -> !judged.isOpen(),
            Say.of(
                ClosurePhrase.EXTERNAL_COUNT,
                count(judged -> !judged.isOpen()),
                all(),
                count(Judged::isExternal))));
    gates.add(tuning());
    seen(Item.MEMORY, ClosurePhrase.ITEM_MEMORY, ClosurePhrase.NOT_PERSISTED, job.notPersisted())
        .ifPresent(gates::add);
    seen(Item.USERS, ClosurePhrase.ITEM_USERS, ClosurePhrase.USERS_WITHOUT_OK, job.usersWithoutOk())
        .ifPresent(gates::add);
    return gates;
  }

  private Gate allPass() {
    if (job.status() == Verdict.Status.PASS) {
      return gate(Item.ALL_PASS, ClosurePhrase.ITEM_ALL_PASS, true, Say.text("OVERVIEW.md"));
    }
    List<String> others =
        job.scenarios().stream()
            .filter(result -> result.verdict().status() != Verdict.Status.PASS)
            .map(result -> result.scenario() + " " + result.verdict().status())
            .toList();
    String which = others.isEmpty() ? job.status().name() : String.join(", ", others);
    return gate(
        Item.ALL_PASS,
        ClosurePhrase.ITEM_ALL_PASS,
        false,
        Say.of(ClosurePhrase.NOT_ALL_PASS, which));
  }

  private Gate aboutFailures(Item item, Phrase title, Predicate<Judged> isDone, Say counts) {
    return gate(
        item,
        title,
        review.failures().stream().allMatch(isDone),
        review.failures().isEmpty() ? Say.of(ClosurePhrase.NOTHING_FAILED) : counts);
  }

  private Gate tuning() {
    Optional<ReviewEntry> latest = review.tuning();
    Say evidence =
        latest
            .<Say>map(entry -> words -> Gate.saidBy(entry))
            .orElse(Say.of(ClosurePhrase.NO_TUNING));
    return gate(Item.TUNING, ClosurePhrase.ITEM_TUNING, latest.isPresent(), evidence);
  }

  /** Something that the records show and no limit covers; a box only where it is so. */
  private Optional<Gate> seen(Item item, Phrase title, Phrase evidence, List<String> scenarios) {
    return scenarios.isEmpty()
        ? Optional.empty()
        : Optional.of(gate(item, title, false, Say.of(evidence, String.join(", ", scenarios))));
  }

  private Gate gate(Item item, Phrase title, boolean done, Say evidence) {
    return Gate.of(item, Say.of(title), done, evidence, review);
  }

  private String count(Predicate<Judged> which) {
    return Long.toString(review.failures().stream().filter(which).count());
  }

  private String all() {
    return Integer.toString(review.failures().size());
  }
}

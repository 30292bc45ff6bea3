package chatload.protocol;

/**
 * The tokens that a service says it has used; null for what it does not say.
 *
 * @param input of the question
 * @param output of the answer
 * @param reasoning of what the model thought, within {@code output} or beside it, as the service
 *     counts
 */
public record Usage(Long input, Long output, Long reasoning) {

  /** This, and where it says nothing what was said before. */
  Usage over(Usage before) {
    return before == null
        ? this
        : new Usage(
            input == null ? before.input : input,
            output == null ? before.output : output,
            reasoning == null ? before.reasoning : reasoning);
  }
}

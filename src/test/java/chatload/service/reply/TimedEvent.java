package chatload.service.reply;

/**
 * An event and when it is due.
 *
 * @param dueNanos nanoseconds after the request was decoded
 * @param event what is sent
 */
public record TimedEvent(long dueNanos, ReplyEvent event) {

  public TimedEvent withText(String text) {
    return new TimedEvent(dueNanos, event.withText(text));
  }
}

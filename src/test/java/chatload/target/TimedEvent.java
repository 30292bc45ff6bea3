package chatload.target;

/**
 * An event and when it is due.
 *
 * @param dueNanos nanoseconds after the request was decoded
 * @param event what is sent
 */
record TimedEvent(long dueNanos, SseEvent event) {

  TimedEvent withText(String text) {
    return new TimedEvent(dueNanos, event.withText(text));
  }
}

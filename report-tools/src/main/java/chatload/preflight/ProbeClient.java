package chatload.preflight;

import java.time.Duration;

/**
 * Sends the requests of the preflight. The load's own client does, so that the two can't differ.
 */
public interface ProbeClient {

  /**
   * Sends one request and waits for what comes of it, at most {@code limit} and a moment. For a
   * probe that needs no more than a status, it may end with the head of a response.
   */
  Answer send(Probe probe, Duration limit) throws InterruptedException;
}

package chatload.compare;

import java.math.BigDecimal;

/**
 * By how much a new run may be worse.
 *
 * @param times by what share of themselves times may be longer, such as 0.1
 * @param failures by how much the share of chats that fail may be greater, such as 0.01
 */
public record Tolerated(BigDecimal times, BigDecimal failures) {

  /** Where nothing else is said. */
  public static final Tolerated USUAL =
      new Tolerated(new BigDecimal("0.1"), new BigDecimal("0.01"));
}

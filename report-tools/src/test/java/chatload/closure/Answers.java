package chatload.closure;

import chatload.review.Item;
import chatload.run.Cause;
import java.util.Set;

/**
 * What people said.
 *
 * @param cause of every failed chat; null if nobody judged them
 */
record Answers(Cause cause, boolean tuning, Set<Item> accepted, boolean repo) {}

/**
 * The warm-up, which finds out by how much this machine measures wrong.
 *
 * <p>May use: {@code auth}, {@code files}, {@code load.engine}, {@code load.exchange}, {@code
 * load.record}, {@code metric}, {@code protocol.mapping}, {@code run}, {@code service}, {@code
 * service.journal}, {@code service.reply}, {@code settings}.
 */
package chatload.load.warmup;

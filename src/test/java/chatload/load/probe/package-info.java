/**
 * The process of a probe: it sends one chat through the client of the load, and hands on every byte
 * of the answer.
 *
 * <p>May use: {@code auth}, {@code load}, {@code load.preflight}, {@code preflight}, {@code probe},
 * {@code protocol}, {@code protocol.errors}, {@code protocol.framing}, {@code reach}, {@code run},
 * {@code settings}.
 */
package chatload.load.probe;

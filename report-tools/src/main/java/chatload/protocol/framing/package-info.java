/**
 * Bodies that are no server-sent events, cut into events.
 *
 * <p>May use: {@code protocol}.
 */
package chatload.protocol.framing;

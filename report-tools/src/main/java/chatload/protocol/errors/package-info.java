/**
 * Whether an event says that something went wrong, whatever the protocol.
 *
 * <p>May use: {@code run}.
 */
package chatload.protocol.errors;

/**
 * Protocols as data: the language in which a file says what a service's events mean, and the
 * reading of events by it.
 *
 * <p>May use: {@code auth}, {@code files}, {@code protocol}, {@code protocol.errors}, {@code
 * protocol.framing}, {@code run}, {@code text}, {@code tool}, {@code yaml}.
 */
package chatload.protocol.mapping;

/**
 * Every way in which the embedded service can misbehave, or be unusual and right.
 *
 * <p>May use: {@code service.reply}, {@code text}, {@code tool}.
 */
package chatload.service.fault;

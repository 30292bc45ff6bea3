/**
 * What the embedded service says, and when.
 *
 * <p>May use: {@code files}, {@code protocol}, {@code protocol.mapping}, {@code text}, {@code
 * tool}.
 */
package chatload.service.reply;

/**
 * The user's own prompts and conversations: read from a file, with what their replies must be.
 *
 * <p>May use: {@code files}, {@code run}, {@code tool}.
 */
package chatload.conversation;

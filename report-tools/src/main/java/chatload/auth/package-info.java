/**
 * Secrets, tokens, and taking them out of whatever is kept.
 *
 * <p>May use: {@code files}, {@code text}, {@code tool}.
 */
package chatload.auth;

/**
 * One chat looked at closely: what each event means, and which protocol a service speaks.
 *
 * <p>May use: {@code auth}, {@code files}, {@code preflight}, {@code protocol}, {@code
 * protocol.errors}, {@code run}, {@code text}.
 */
package chatload.probe;

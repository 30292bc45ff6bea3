/**
 * The one client: every request, for preflight and load alike, and how the target is reached.
 *
 * <p>May use: {@code auth}, {@code load.exchange}, {@code load.watch}, {@code protocol}, {@code
 * reach}, {@code run}, {@code settings}, {@code tool}.
 */
package chatload.load.client;

/**
 * The seal: what is covered, and whether it still is what was sealed.
 *
 * <p>May use: {@code files}, {@code gatling}, {@code tool}.
 */
package chatload.evidence;

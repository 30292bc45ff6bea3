/**
 * Computing everything again, and saying what differs.
 *
 * <p>May use: {@code evidence}, {@code files}, {@code output}, {@code preflight}, {@code records},
 * {@code result}, {@code run}, {@code text}, {@code verdict}.
 */
package chatload.verification;

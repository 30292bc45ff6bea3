/**
 * Whether an issue may be closed: every box, and what keeps it open.
 *
 * <p>May use: {@code evidence}, {@code files}, {@code output}, {@code preflight}, {@code records},
 * {@code render}, {@code result}, {@code review}, {@code run}, {@code text}, {@code tool}, {@code
 * verdict}, {@code verification}, {@code words}.
 */
package chatload.signoff;

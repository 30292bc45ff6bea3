/**
 * The documents and the script that close an issue.
 *
 * <p>May use: {@code document}, {@code evidence}, {@code files}, {@code metric}, {@code output},
 * {@code preflight}, {@code records}, {@code render}, {@code result}, {@code review}, {@code run},
 * {@code settings}, {@code signoff}, {@code text}, {@code tool}, {@code verdict}, {@code
 * verification}, {@code words}.
 */
package chatload.closure;

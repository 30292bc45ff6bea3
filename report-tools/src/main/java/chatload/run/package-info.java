/**
 * The words of evidence: scenario, plan, run, chat, outcome, cause.
 *
 * <p>May use: {@code arrival}, {@code files}, {@code gate}, {@code metric}, {@code tool}, {@code
 * words}.
 */
package chatload.run;

/**
 * Many jobs in the order of time: their verdicts, figures, limits and versions on one page.
 *
 * <p>May use: {@code evidence}, {@code files}, {@code metric}, {@code output}, {@code records},
 * {@code render}, {@code render.chart}, {@code result}, {@code run}, {@code verdict}, {@code
 * words}.
 */
package chatload.history;

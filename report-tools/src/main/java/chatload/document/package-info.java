/**
 * The pages that people read: overview, scenario reports, the terminal.
 *
 * <p>May use: {@code confidence}, {@code document.chart}, {@code files}, {@code gatling}, {@code
 * metric}, {@code preflight}, {@code records}, {@code render}, {@code result}, {@code run}, {@code
 * tool}, {@code verdict}, {@code words}.
 */
package chatload.document;

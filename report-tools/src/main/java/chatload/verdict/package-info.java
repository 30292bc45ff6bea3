/**
 * PASS, FAIL or INCONCLUSIVE, and why.
 *
 * <p>May use: {@code confidence}, {@code files}, {@code gatling}, {@code metric}, {@code
 * protocol.mapping}, {@code records}, {@code run}, {@code tool}, {@code words}.
 */
package chatload.verdict;

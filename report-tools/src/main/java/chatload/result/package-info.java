/**
 * What came out of a job: figures, failures and verdicts, read once.
 *
 * <p>May use: {@code confidence}, {@code evidence}, {@code files}, {@code gatling}, {@code merge},
 * {@code metric}, {@code preflight}, {@code records}, {@code render}, {@code run}, {@code tool},
 * {@code verdict}.
 */
package chatload.result;

/**
 * Gatling's own log and figures, without Gatling.
 *
 * <p>May use: {@code files}, {@code metric}, {@code tool}.
 */
package chatload.gatling;

/**
 * The simulations that Gatling runs: start reading here.
 *
 * <p>May use: {@code load}.
 */
package chatload.simulation;

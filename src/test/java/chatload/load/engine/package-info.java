/**
 * All that touches Gatling's insides.
 *
 * <p>May use: {@code launch}, {@code load.client}, {@code load.exchange}, {@code load.watch},
 * {@code metric}, {@code protocol}, {@code run}, {@code settings}, {@code words}.
 */
package chatload.load.engine;

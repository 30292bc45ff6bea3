/**
 * The process of the preflight: it sends its requests through the client of the load.
 *
 * <p>May use: {@code auth}, {@code load}, {@code load.client}, {@code load.engine}, {@code
 * load.exchange}, {@code load.watch}, {@code preflight}, {@code protocol}, {@code reach}, {@code
 * run}, {@code settings}, {@code tool}.
 */
package chatload.load.preflight;

/**
 * How late the load generator is itself.
 *
 * <p>May use: {@code metric}, {@code run}.
 */
package chatload.load.watch;

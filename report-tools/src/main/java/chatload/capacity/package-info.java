/**
 * How many users at once a service bears: which level is run next, and what all of them say.
 *
 * <p>May use: {@code confidence}, {@code evidence}, {@code files}, {@code metric}, {@code output},
 * {@code render}, {@code render.chart}, {@code records}, {@code result}, {@code run}, {@code tool},
 * {@code verdict}, {@code words}.
 */
package chatload.capacity;

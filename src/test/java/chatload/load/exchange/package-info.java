/**
 * One chat on the wire: its states, its deadlines, its times, and what went wrong.
 *
 * <p>May use: {@code auth}, {@code conversation}, {@code launch}, {@code load.watch}, {@code
 * metric}, {@code protocol}, {@code run}.
 */
package chatload.load.exchange;

/**
 * Starting, watching and stopping the processes of a job.
 *
 * <p>May use: {@code auth}, {@code files}, {@code preflight}, {@code probe}, {@code run}, {@code
 * settings}, {@code text}, {@code tool}.
 */
package chatload.launch;

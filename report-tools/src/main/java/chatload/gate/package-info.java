/**
 * The gate file, {@code chatload.yaml}: what one file says of a job, by key and with its lines.
 *
 * <p>May use: {@code metric}, {@code text}, {@code tool}, {@code yaml}.
 */
package chatload.gate;

/**
 * The only way into a report directory, and how files get there whole.
 *
 * <p>May use: {@code text}, {@code tool}.
 */
package chatload.files;

/**
 * What a command sees of the world, and how what it prints is made harmless.
 *
 * <p>May use: {@code launch}, {@code text}, {@code tool}.
 */
package chatload.console;

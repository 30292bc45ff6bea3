/**
 * The command line's entry point.
 *
 * <p>May use: {@code cli}, {@code console}, {@code settings}, {@code tool}.
 */
package chatload;

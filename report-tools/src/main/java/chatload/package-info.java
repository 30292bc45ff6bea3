/**
 * The command line's entry point.
 *
 * <p>May use: {@code cli}, {@code settings}, {@code tool}.
 */
package chatload;

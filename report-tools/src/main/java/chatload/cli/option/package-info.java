/**
 * Options that more than one command takes.
 *
 * <p>May use: {@code console}, {@code files}, {@code run}, {@code settings}, {@code tool}, {@code
 * words}.
 */
package chatload.cli.option;

/**
 * What every part of the tool shares: its version, its exit codes, its errors for users.
 *
 * <p>May use: {@code text}.
 */
package chatload.tool;

/**
 * YAML whose every mistake is said with file, line, key and what is accepted.
 *
 * <p>May use: {@code text}, {@code tool}.
 */
package chatload.yaml;

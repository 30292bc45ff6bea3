/**
 * Markdown, HTML and tables in which foreign text can do nothing.
 *
 * <p>May use: {@code text}.
 */
package chatload.render;

/**
 * The words of the documents, in every language.
 *
 * <p>May use: {@code render}, {@code text}.
 */
package chatload.words;

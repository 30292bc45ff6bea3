/**
 * The charts of the overview: what of the records they show, and what they say in words.
 *
 * <p>May use: {@code confidence}, {@code metric}, {@code records}, {@code render}, {@code
 * render.chart}, {@code result}, {@code run}, {@code words}.
 */
package chatload.document.chart;

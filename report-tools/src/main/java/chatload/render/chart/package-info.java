/**
 * Charts as SVG without a script.
 *
 * <p>May use: {@code metric}, {@code render}.
 */
package chatload.render.chart;

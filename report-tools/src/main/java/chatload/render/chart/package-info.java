/**
 * Charts as SVG without a script.
 *
 * <p>May use: {@code render}.
 */
package chatload.render.chart;

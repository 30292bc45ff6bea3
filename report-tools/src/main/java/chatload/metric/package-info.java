/**
 * What is measured and limited: metrics as data, percentiles, checks and the figures beside them.
 *
 * <p>May use: {@code words}.
 */
package chatload.metric;

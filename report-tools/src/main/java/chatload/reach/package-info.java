/**
 * What stands between this machine and a target: a proxy, and the certificate that we show.
 *
 * <p>May use: {@code auth}, {@code text}, {@code tool}.
 */
package chatload.reach;

/**
 * A new job against an old one: whether it is proven not to be worse.
 *
 * <p>May use: {@code confidence}, {@code evidence}, {@code files}, {@code metric}, {@code output},
 * {@code records}, {@code render}, {@code render.chart}, {@code result}, {@code run}, {@code text},
 * {@code tool}, {@code verdict}, {@code words}.
 */
package chatload.compare;

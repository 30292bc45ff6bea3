/**
 * What a report writes, each behind one interface.
 *
 * <p>May use: {@code document}, {@code files}, {@code gatling}, {@code metric}, {@code records},
 * {@code render}, {@code result}, {@code run}, {@code text}, {@code tool}, {@code verdict}, {@code
 * words}.
 */
package chatload.output;

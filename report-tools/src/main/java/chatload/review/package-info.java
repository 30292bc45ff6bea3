/**
 * What people say of a result.
 *
 * <p>May use: {@code files}, {@code result}, {@code run}, {@code text}, {@code tool}.
 */
package chatload.review;

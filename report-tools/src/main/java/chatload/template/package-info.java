/**
 * The gate file to start from.
 *
 * <p>May use: {@code gate}, {@code metric}, {@code run}, {@code settings}.
 */
package chatload.template;

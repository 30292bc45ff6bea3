/**
 * What a stream means: parser, protocol, and the one definition of OK.
 *
 * <p>May use: {@code files}, {@code metric}, {@code protocol.errors}, {@code run}, {@code text}.
 */
package chatload.protocol;

/**
 * Who stands behind a seal: SSH signatures over it, made and checked by OpenSSH's {@code
 * ssh-keygen}.
 *
 * <p>May use: {@code files}, {@code text}, {@code tool}.
 */
package chatload.signature;

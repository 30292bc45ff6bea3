/**
 * The list of commands, and those that send something to a service.
 *
 * <p>May use: {@code auth}, {@code capacity}, {@code cli.evidence}, {@code cli.option}, {@code
 * closure}, {@code confidence}, {@code console}, {@code conversation}, {@code files}, {@code gate},
 * {@code job}, {@code launch}, {@code metric}, {@code otlp}, {@code preflight}, {@code probe},
 * {@code protocol}, {@code protocol.mapping}, {@code reach}, {@code result}, {@code run}, {@code
 * settings}, {@code signoff}, {@code template}, {@code text}, {@code tool}, {@code words}.
 */
package chatload.cli;

/**
 * The commands: read, judge, write.
 *
 * <p>May use: {@code auth}, {@code capacity}, {@code closure}, {@code compare}, {@code console},
 * {@code evidence}, {@code files}, {@code gate}, {@code gatling}, {@code history}, {@code job},
 * {@code launch}, {@code metric}, {@code output}, {@code preflight}, {@code probe}, {@code
 * protocol}, {@code protocol.mapping}, {@code result}, {@code review}, {@code run}, {@code
 * settings}, {@code signature}, {@code signoff}, {@code template}, {@code text}, {@code tool},
 * {@code verdict}, {@code verification}, {@code words}.
 */
package chatload.cli;

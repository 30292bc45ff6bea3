/**
 * The commands that read report directories: report, verify, compare, close.
 *
 * <p>May use: {@code cli.option}, {@code closure}, {@code compare}, {@code console}, {@code
 * evidence}, {@code files}, {@code gatling}, {@code history}, {@code job}, {@code merge}, {@code
 * metric}, {@code otlp}, {@code output}, {@code result}, {@code review}, {@code run}, {@code
 * settings}, {@code signature}, {@code signoff}, {@code text}, {@code tool}, {@code verdict},
 * {@code verification}, {@code words}.
 */
package chatload.cli.evidence;

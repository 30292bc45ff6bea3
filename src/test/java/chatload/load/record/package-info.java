/**
 * What is written while a run goes.
 *
 * <p>May use: {@code auth}, {@code conversation}, {@code evidence}, {@code files}, {@code job},
 * {@code load.exchange}, {@code load.watch}, {@code metric}, {@code protocol}, {@code reach},
 * {@code run}, {@code settings}, {@code tool}.
 */
package chatload.load.record;

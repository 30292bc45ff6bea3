/**
 * One run: how many chats, from whom, until when, and what Gatling is asked to do.
 *
 * <p>May use: {@code auth}, {@code conversation}, {@code files}, {@code job}, {@code launch},
 * {@code load.engine}, {@code load.exchange}, {@code load.record}, {@code load.warmup}, {@code
 * metric}, {@code preflight}, {@code protocol}, {@code reach}, {@code records}, {@code run}, {@code
 * service}, {@code service.reply}, {@code settings}, {@code text}, {@code tool}.
 */
package chatload.load;

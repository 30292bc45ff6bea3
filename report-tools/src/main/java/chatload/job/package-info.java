/**
 * A job from its start to its report: whose the directory is, its processes, how it goes, what it
 * came to.
 *
 * <p>May use: {@code auth}, {@code console}, {@code conversation}, {@code document}, {@code
 * evidence}, {@code files}, {@code launch}, {@code metric}, {@code output}, {@code reach}, {@code
 * records}, {@code result}, {@code run}, {@code settings}, {@code text}, {@code tool}, {@code
 * verdict}, {@code words}.
 */
package chatload.job;

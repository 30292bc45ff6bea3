/**
 * What is asked of a service before load is sent, and what to do when the answer is wrong.
 *
 * <p>May use: {@code auth}, {@code files}, {@code protocol}, {@code reach}, {@code records}, {@code
 * run}, {@code settings}, {@code text}.
 */
package chatload.preflight;

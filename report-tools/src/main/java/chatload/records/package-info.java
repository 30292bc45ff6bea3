/**
 * The records of a run as a data set: read once, a million in little memory.
 *
 * <p>May use: {@code files}, {@code metric}, {@code run}, {@code tool}.
 */
package chatload.records;

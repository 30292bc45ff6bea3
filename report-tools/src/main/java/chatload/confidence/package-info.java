/**
 * How sure a run can be: what so many chats prove about a limit, and what they leave open.
 *
 * <p>May use: {@code metric}, {@code records}, {@code run}, {@code words}.
 */
package chatload.confidence;

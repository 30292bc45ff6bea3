/**
 * When the chats of an open load are due: from the words for a load, and a seed, to instants.
 *
 * <p>May use: nothing.
 */
package chatload.arrival;

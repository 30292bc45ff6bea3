/**
 * What a reader sees, what must not be seen, and what a shell takes as one word.
 *
 * <p>May use: nothing of this project.
 */
package chatload.text;

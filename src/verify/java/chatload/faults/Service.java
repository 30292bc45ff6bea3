package chatload.faults;

import java.net.URI;
import java.util.function.ToIntFunction;

/**
 * Where the chats of one row go.
 *
 * @param url the chat URL
 * @param message what they say, which may ask the embedded chat service for a fault
 * @param chats how many there are
 * @param posts how many POSTs with a trace id arrived there
 */
record Service(URI url, String message, int chats, ToIntFunction<String> posts) {

  /** Two rounds of two users; in a hurry, one. */
  private static final int CHATS = FaultMatrix.ALL ? 4 : 2;

  static Service at(String url, ToIntFunction<String> posts) {
    return new Service(URI.create(url), "hello", CHATS, posts);
  }

  Service saying(String newMessage) {
    return new Service(url, newMessage, chats, posts);
  }

  Service withChats(int newChats) {
    return new Service(url, message, newChats, posts);
  }
}

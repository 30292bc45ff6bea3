package chatload.bench;

import java.net.URI;
import java.util.List;

/**
 * What a client of the benchmark is told: system properties, and its token in {@code
 * AUTH_JWT_TOKEN}.
 *
 * @param times file for the times that it measures
 */
record BenchArguments(URI url, int users, int chats, String times, String token) {

  static BenchArguments fromSystem() {
    return new BenchArguments(
        URI.create(System.getProperty("bench.url")),
        Integer.getInteger("bench.users"),
        Integer.getInteger("bench.chats"),
        System.getProperty("bench.times"),
        System.getenv("AUTH_JWT_TOKEN"));
  }

  /** The properties as arguments of a Java process. */
  static List<String> of(URI url, Load load, String times) {
    return List.of(
        "-Dbench.url=" + url,
        "-Dbench.users=" + load.users(),
        "-Dbench.chats=" + load.chats(),
        "-Dbench.times=" + times);
  }
}

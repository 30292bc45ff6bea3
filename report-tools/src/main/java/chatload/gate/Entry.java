package chatload.gate;

import java.util.List;

/**
 * What a gate file says under one key.
 *
 * @param parts one, or those of a list
 * @param origin where it stands: {@code chatload.yaml:3: target.url}
 */
public record Entry(List<Part> parts, String origin) {

  public Entry {
    parts = List.copyOf(parts);
  }

  /**
   * One value.
   *
   * @param name that stands before it; null for none
   */
  public record Part(String name, Reference value) {}
}

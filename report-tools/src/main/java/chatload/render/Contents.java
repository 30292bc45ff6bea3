package chatload.render;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.CustomBlock;

/** The sections of a page, in order, each a link to it. */
final class Contents extends CustomBlock {

  private final String name;
  private final List<String> sections = new ArrayList<>();

  /**
   * @param name what to call the list, for screen readers
   */
  Contents(String name) {
    this.name = name;
  }

  /** The id of the section with that number, from 1. */
  static String id(int section) {
    return "s" + section;
  }

  boolean isEmpty() {
    return sections.isEmpty();
  }

  void add(String heading) {
    sections.add(heading);
  }

  Element element() {
    Element list = Element.of("ul");
    for (int i = 0; i < sections.size(); i++) {
      Element link = Element.of("a").with("href", "#" + id(i + 1)).text(sections.get(i));
      list.add(Element.of("li").add(link));
    }
    return Element.of("nav").with("aria-label", name).add(list);
  }
}

package chatload.render;

import chatload.text.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An element of SVG or HTML that writes itself as well-formed XML. Text and attribute values are
 * made visible and escaped, so that nothing in them can become markup.
 */
public final class Element {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9:-]*");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> content = new ArrayList<>();

  /** Markup that was made by something that escapes. */
  private record Markup(String text) {}

  private Element(String name) {
    this.name = checked(name);
  }

  public static Element of(String name) {
    return new Element(name);
  }

  public Element with(String attribute, String value) {
    attributes.put(checked(attribute), value);
    return this;
  }

  /** An attribute for a coordinate, in tenths. */
  public Element with(String attribute, double value) {
    return with(attribute, Coordinate.of(value));
  }

  public Element add(Element child) {
    content.add(child);
    return this;
  }

  public Element text(String text) {
    content.add(text);
    return this;
  }

  /** Adds what a renderer that escapes has written, as it is. */
  Element markup(String rendered) {
    content.add(new Markup(rendered));
    return this;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    writeTo(out);
    return out.toString();
  }

  private void writeTo(StringBuilder out) {
    out.append('<').append(name);
    attributes.forEach(
        (attribute, value) ->
            out.append(' ')
                .append(attribute)
                .append("=\"")
                .append(escape(VisibleText.ofOurs(value)))
                .append('"'));
    if (content.isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>');
    for (Object part : content) {
      if (part instanceof Element child) {
        child.writeTo(out);
      } else if (part instanceof Markup markup) {
        out.append(markup.text());
      } else {
        out.append(escape(VisibleText.of((String) part)));
      }
    }
    out.append("</").append(name).append('>');
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of an element or attribute: " + name);
    }
    return name;
  }
}

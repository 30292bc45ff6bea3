package chatload.document.chart;

import chatload.metric.Rounding;
import chatload.render.Element;
import java.math.BigDecimal;
import java.math.MathContext;

/** A drawing with its title and what it means. */
final class Figure {

  private static final MathContext DIGITS = new MathContext(3);

  private Figure() {}

  static Element of(String title, Element drawing, String caption) {
    return Element.of("figure")
        .add(Element.of("h4").text(title))
        .add(drawing)
        .add(Element.of("figcaption").text(caption));
  }

  /** With three digits, which is more than can be read off a chart. */
  static String rounded(double figure) {
    return Rounding.plain(BigDecimal.valueOf(figure).round(DIGITS)).toPlainString();
  }

  /** Unrounded, as limits are. */
  static String exact(double figure) {
    return Rounding.plain(figure).toPlainString();
  }
}

package chatload.render.chart;

/** Marks that can be told apart without colour, drawn with strokes alone. */
public enum MarkShape {
  STROKE("m0 -7v14"),
  CROSS("m-4 -4l8 8m0 -8l-8 8"),
  TRIANGLE("m-4.5 4h9l-4.5 -8z"),
  SQUARE("m-3.5 -3.5h7v7h-7z"),
  PLUS("m-5 0h10m-5 -5v10"),
  DIAMOND("m0 -5l5 5l-5 5l-5 -5z"),
  HOURGLASS("m-4 -5h8l-8 10h8z"),
  WEDGE("m-4.5 -4h9l-4.5 8z"),
  BAR("m-5 -2h10m0 4h-10");

  private final String path;

  MarkShape(String path) {
    this.path = path;
  }

  /** As a piece of a path, around that place. */
  String at(double x, double y) {
    return Frame.point("M", x, y) + path;
  }
}

package chatload.render.chart;

import java.util.List;

/** Turns values into coordinates along one axis, and says where to put marks. */
interface Scale {

  double at(double value);

  /** Values to mark, ascending. */
  List<Double> ticks();
}

package chatload.confidence;

import java.util.Arrays;

/** Several questions to one run: what each may answer so that all together keep one risk. */
public final class Holm {

  private Holm() {}

  /** How probable each is, as it counts when there are several. */
  public static double[] adjusted(double[] chances) {
    double[] adjusted = chances.clone();
    double least = 0;
    int left = chances.length;
    for (double chance : Arrays.stream(chances).sorted().toArray()) {
      least = Math.max(least, Math.min(1, chance * left--));
      for (int i = 0; i < chances.length; i++) {
        if (chances[i] == chance) {
          adjusted[i] = least;
        }
      }
    }
    return adjusted;
  }
}

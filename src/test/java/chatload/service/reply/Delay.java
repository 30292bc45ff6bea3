package chatload.service.reply;

import chatload.tool.UserError;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * How long something takes, in milliseconds from 0 to one hour: always the same, evenly spread, or
 * log-normal as the latency of a model is.
 */
public sealed interface Delay {

  /** The longest delay, one hour; longer draws are cut to it. */
  double MAX_MILLIS = TimeUnit.HOURS.toMillis(1);

  /** One draw in nanoseconds. */
  long drawNanos(SplittableRandom random);

  /** Always {@code millis}. */
  record Fixed(double millis) implements Delay {
    public Fixed {
      requireMillis(millis);
    }

    @Override
    public long drawNanos(SplittableRandom random) {
      return nanos(millis);
    }
  }

  /** Evenly spread over {@code leastMillis..mostMillis}. */
  record Uniform(double leastMillis, double mostMillis) implements Delay {
    public Uniform {
      requireMillis(leastMillis);
      requireMillis(mostMillis);
      if (leastMillis > mostMillis) {
        throw new IllegalArgumentException(leastMillis + " is more than " + mostMillis);
      }
    }

    @Override
    public long drawNanos(SplittableRandom random) {
      return nanos(leastMillis + (mostMillis - leastMillis) * random.nextDouble());
    }
  }

  /** Half of the draws are below {@code medianMillis}; sigma, 0..3, is that of the logarithm. */
  record LogNormal(double medianMillis, double sigma) implements Delay {
    public LogNormal {
      requireMillis(medianMillis);
      if (!(sigma >= 0 && sigma <= 3)) {
        throw new IllegalArgumentException("sigma must be in 0..3, was " + sigma);
      }
    }

    @Override
    public long drawNanos(SplittableRandom random) {
      return nanos(medianMillis * Math.exp(sigma * random.nextGaussian()));
    }
  }

  /**
   * Reads {@code 500}, {@code 300..800} or {@code lognormal:MEDIAN:SIGMA}.
   *
   * @throws UserError with exit code 2 for anything else
   */
  static Delay parse(String text) {
    try {
      String[] parts = text.split(":", -1);
      if (parts.length == 3 && parts[0].equals("lognormal")) {
        return new LogNormal(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
      }
      int dots = text.indexOf("..");
      if (dots > 0) {
        return new Uniform(
            Double.parseDouble(text.substring(0, dots)),
            Double.parseDouble(text.substring(dots + 2)));
      }
      return new Fixed(Double.parseDouble(text));
    } catch (IllegalArgumentException e) {
      throw UserError.usage(
          "one of the times is not a delay",
          "Use milliseconds: 500, or 300..800, or lognormal:400:0.3 (median, sigma).");
    }
  }

  private static void requireMillis(double millis) {
    if (!(millis >= 0 && millis <= MAX_MILLIS)) {
      throw new IllegalArgumentException("must be in 0.." + MAX_MILLIS + " ms, was " + millis);
    }
  }

  private static long nanos(double millis) {
    return Math.round(Math.min(millis, MAX_MILLIS) * 1e6);
  }
}

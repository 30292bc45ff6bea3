package chatload.service.fault;

import chatload.tool.UserError;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which chats go wrong. Independently of the plan, a chat whose message contains {@code
 * [fault:LABEL]} gets that fault.
 *
 * @param perMillion how many of a million chats get each fault, 1..1,000,000, together at most
 *     1,000,000
 */
public record FaultPlan(Map<Fault, Integer> perMillion) {

  static final int MILLION = 1_000_000;

  private static final FaultPlan NONE = new FaultPlan(Map.of());
  private static final Pattern IN_MESSAGE = Pattern.compile("\\[fault:([^\\]]*)\\]");
  private static final String HINT =
      "Use NAME:FRACTION, such as cut-rst:0.01, with fractions above 0 and at most 1 in all.";

  public FaultPlan {
    Map<Fault, Integer> copy = new EnumMap<>(Fault.class);
    copy.putAll(perMillion);
    perMillion = Collections.unmodifiableMap(copy);
    long sum = 0;
    for (int share : perMillion.values()) {
      if (share < 1) {
        throw new IllegalArgumentException("a share must be at least 1, was " + share);
      }
      sum += share;
    }
    if (sum > MILLION) {
      throw UserError.usage("the fractions of all faults add up to more than 1", HINT);
    }
  }

  /** No chat goes wrong, except by its message. */
  public static FaultPlan none() {
    return NONE;
  }

  /** Every chat gets that fault. */
  public static FaultPlan always(Fault fault) {
    return new FaultPlan(Map.of(fault, MILLION));
  }

  /**
   * A plan from texts such as {@code cut-rst:0.01}, with at most six decimals.
   *
   * @throws UserError with exit code 2 for the first text that can't be used
   */
  public static FaultPlan parse(List<String> specs) {
    Map<Fault, Integer> perMillion = new EnumMap<>(Fault.class);
    for (String spec : specs) {
      int colon = spec.lastIndexOf(':');
      if (colon < 1) {
        Fault.labelled(spec);
        throw UserError.usage("a fault has no fraction", HINT);
      }
      Fault fault = Fault.labelled(spec.substring(0, colon));
      if (perMillion.put(fault, share(spec.substring(colon + 1))) != null) {
        throw UserError.usage("fault " + fault.label() + " is given twice", HINT);
      }
    }
    return new FaultPlan(perMillion);
  }

  /**
   * The fault that a message asks for.
   *
   * @throws UserError when it asks for one that does not exist
   */
  public static Optional<Fault> askedFor(String message) {
    Matcher matcher = IN_MESSAGE.matcher(message);
    return matcher.find() ? Optional.of(Fault.labelled(matcher.group(1))) : Optional.empty();
  }

  private static int share(String fraction) {
    try {
      int share = new BigDecimal(fraction).movePointRight(6).intValueExact();
      if (share >= 1 && share <= MILLION) {
        return share;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // answered below, together with fractions out of range
    }
    throw UserError.usage("a fault has an unusable fraction", HINT);
  }
}

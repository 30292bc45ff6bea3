package chatload.metric;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every quantity that there is. */
public final class Quantities {

  /** Times first. */
  public static final List<Quantity> ALL =
      Stream.<Quantity[]>of(ChatTime.values(), Flow.values()).flatMap(Stream::of).toList();

  private Quantities() {}

  /** The one of that word, if there is one. */
  public static Optional<Quantity> of(String id) {
    return ALL.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}

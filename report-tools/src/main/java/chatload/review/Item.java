package chatload.review;

import java.util.Locale;

/**
 * An item of the checklist. The closing stays shut while one is neither done nor, where that is up
 * to people, accepted by a named reviewer with a reason.
 */
public enum Item {
  /** The target environment is deployed. */
  DEPLOYED(false),
  /** The service's settings are in effect, as far as that can be seen from outside. */
  VARIABLES(true),
  HEALTH(true),
  /** A chat with a JWT is answered. */
  CHAT(false),
  /** A further check of the preflight holds. */
  OTHER_CHECKS(true),

  /** Summary and report of a scenario, or the overview, say what the records say. */
  REPORTS(false),
  /** A closing document was written. */
  DOCUMENTS(false),

  ALL_PASS(false),
  /** Somebody found why each failed chat failed. */
  ROOT_CAUSES(true),
  /** Somebody said of each failed chat whether an external dependency caused it. */
  DEPENDENCIES(true),
  /** Somebody said whether limits are to be adjusted. */
  TUNING(true),

  /** The service stored what it was told in OK chats. */
  MEMORY(true),
  /** Each user had at least one OK chat. */
  USERS(true);

  private final boolean acceptable;

  Item(boolean acceptable) {
    this.acceptable = acceptable;
  }

  /** Whether a reviewer can let it stand although it is not done. */
  public boolean isAcceptable() {
    return acceptable;
  }

  /** Whether answers about failed chats tick it. */
  boolean isAboutFailures() {
    return this == ROOT_CAUSES || this == DEPENDENCIES;
  }

  /** What it is called on the command line, such as {@code root-causes}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package chatload.load.engine;

import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import java.util.prefs.PreferencesFactory;

/**
 * Preferences that nobody keeps. Gatling asks a public server for its latest version unless its
 * preferences say that this was tried just now without success; these do, and nothing is written to
 * the user's home. Named in the system property {@code java.util.prefs.PreferencesFactory}.
 */
public final class QuietPreferences implements PreferencesFactory {

  @Override
  public Preferences systemRoot() {
    return new Node(null, "");
  }

  @Override
  public Preferences userRoot() {
    return new Node(null, "");
  }

  private static final class Node extends AbstractPreferences {

    Node(AbstractPreferences parent, String name) {
      super(parent, name);
    }

    @Override
    protected String getSpi(String key) {
      return key.equals("lastCheckTimestamp") ? Long.toString(Long.MAX_VALUE) : null;
    }

    @Override
    protected AbstractPreferences childSpi(String name) {
      return new Node(this, name);
    }

    @Override
    protected void putSpi(String key, String value) {}

    @Override
    protected void removeSpi(String key) {}

    @Override
    protected void removeNodeSpi() {}

    @Override
    protected String[] keysSpi() {
      return new String[0];
    }

    @Override
    protected String[] childrenNamesSpi() {
      return new String[0];
    }

    @Override
    protected void syncSpi() {}

    @Override
    protected void flushSpi() {}
  }
}

package chatload.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions, as the build wrote them down. */
public final class Version {

  public static final String CHATLOAD = load().getProperty("chatload");
  public static final String GATLING = load().getProperty("gatling");

  private Version() {}

  private static Properties load() {
    try (InputStream in = Version.class.getResourceAsStream("/chatload/version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package chatload.load.engine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Keeps requests and responses out of the log, whatever its configuration: at DEBUG and TRACE the
 * HTTP client logs them whole, tokens among them.
 */
public final class NoHeadersInLog extends TurboFilter {

  private NoHeadersInLog() {}

  public static void install() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      NoHeadersInLog filter = new NoHeadersInLog();
      filter.start();
      context.addTurboFilter(filter);
    }
  }

  @Override
  public FilterReply decide(
      Marker marker, Logger logger, Level level, String format, Object[] params, Throwable t) {
    boolean http =
        logger.getName().startsWith("io.gatling.http") || logger.getName().startsWith("io.netty");
    return http && !level.isGreaterOrEqual(Level.INFO) ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}

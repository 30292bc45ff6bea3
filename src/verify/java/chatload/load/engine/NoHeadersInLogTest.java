package chatload.load.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** With Maven, a configuration of the user's own can ask for everything. */
class NoHeadersInLogTest {

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private Logger logger;

  @AfterEach
  void asItWas() {
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.gatling.http.engine.response.DefaultStatsProcessor",
        "io.gatling.http.client.impl.DefaultHttpClient",
        "io.netty.handler.logging.LoggingHandler",
        "io.netty.handler.codec.http2.Http2FrameLogger"
      })
  void requestsAndResponsesAreLoggedAtNoLevel(String name) {
    everythingOf(name);
    NoHeadersInLog.install();
    logger.trace("authorization: Bearer {}", "token");
    logger.debug("authorization: Bearer token");
    logger.info("a warning is wanted");
    assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.INFO);
  }

  @Test
  void whatIsNoRequestIsLoggedAsTheConfigurationSays() {
    everythingOf("io.gatling.core.stats");
    NoHeadersInLog.install();
    logger.trace("figures");
    assertThat(log.list).hasSize(1);
  }

  private void everythingOf(String name) {
    logger = (Logger) LoggerFactory.getLogger(name);
    logger.setLevel(Level.TRACE);
    logger.addAppender(log);
    log.start();
  }
}

package chatload.load.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatload.run.Cause;
import chatload.run.Outcome;
import io.netty.channel.ChannelException;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.unix.Errors;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnTroubleTest {

  static Stream<Throwable> own() {
    return Stream.of(
        new SocketException("Too many open files"),
        new IOException("Too many open files in system"),
        new ChannelException(
            "Unable to create Channel", new SocketException("Too many open files")),
        new ConnectException("Cannot assign requested address"),
        new BindException("Can't assign requested address"),
        new BindException("Address already in use: connect"),
        new IOException("No buffer space available"),
        new IOException("Cannot allocate memory"),
        new SocketException("Operation not permitted"),
        new SocketException("Permission denied"),
        new SocketException("Network is down"),
        new OutOfMemoryError("unable to create native thread: possibly out of memory"),
        new DecoderException(new OutOfMemoryError("Java heap space")),
        new NoClassDefFoundError("io/netty/bootstrap/FailedChannel"),
        new ExecutionException(new ClassNotFoundException("chatload.load.exchange.Trouble")),
        new UnsatisfiedLinkError("no brotli in java.library.path"),
        new StackOverflowError(),
        new RejectedExecutionException("event executor terminated"),
        new NullPointerException(),
        new IllegalStateException("closed"),
        withSuppressed(new IOException("reset"), new SocketException("Too many open files")));
  }

  static Stream<Throwable> notOwn() {
    return Stream.of(
        new ConnectException("Connection refused"),
        new SocketException("Network is unreachable"),
        new java.net.NoRouteToHostException("No route to host"),
        new IOException("Connection reset by peer"),
        new ClosedChannelException(),
        new UnknownHostException("no.such.host.invalid"),
        new SSLHandshakeException("Remote host terminated the handshake"),
        new PrematureChannelClosureException(),
        new TooLongHttpHeaderException("too long"),
        new DecoderException(new SSLHandshakeException("bad certificate")),
        new IllegalArgumentException("invalid version format: TOO MANY OPEN FILES"),
        new IOException((String) null));
  }

  @ParameterizedTest
  @MethodSource("own")
  void whatThisMachineOrProgramCantHelpIsItsOwn(Throwable problem) {
    assertThat(Trouble.of(problem, false, false))
        .extracting(Trouble::outcome, Trouble::cause)
        .containsExactly(Outcome.CONNECT_ERROR, Cause.GENERATOR);
    assertThat(Trouble.of(problem, true, true))
        .extracting(Trouble::outcome, Trouble::cause)
        .containsExactly(Outcome.STREAM_CUT, Cause.GENERATOR);
  }

  @ParameterizedTest
  @MethodSource("notOwn")
  void whatTheServiceOrTheNetworkDoesIsNotItsOwn(Throwable problem) {
    assertThat(Trouble.of(problem, true, false).cause()).isNotEqualTo(Cause.GENERATOR);
  }

  /**
   * EPERM, EAGAIN, ENOMEM, EACCES, ENFILE, EMFILE, EADDRNOTAVAIL, ENETDOWN, ENOBUFS as Linux
   * numbers them.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 11, 12, 13, 23, 24, 99, 100, 105})
  void theNativeTransportIsUnderstoodByItsErrorNumbers(int number) {
    assumeTrue(Epoll.isAvailable());
    assertThat(OwnTrouble.isIn(new Errors.NativeIoException("connect(..)", -number))).isTrue();
  }

  /** ENETUNREACH, ECONNRESET, ECONNREFUSED, ETIMEDOUT, EHOSTUNREACH, EPIPE. */
  @ParameterizedTest
  @ValueSource(ints = {101, 104, 111, 110, 113, 32})
  void otherErrorNumbersOfTheNativeTransportAreTheNetworks(int number) {
    assumeTrue(Epoll.isAvailable());
    assertThat(OwnTrouble.isIn(new Errors.NativeIoException("connect(..)", -number))).isFalse();
  }

  @Test
  void causesThatGoInACircleAreNoTrap() {
    IOException one = new IOException("one");
    IOException two = new IOException("two", one);
    one.initCause(two);
    assertThat(Trouble.of(one, true, true).cause()).isEqualTo(Cause.NETWORK);
  }

  private static Throwable withSuppressed(Throwable problem, Throwable suppressed) {
    problem.addSuppressed(suppressed);
    return problem;
  }
}

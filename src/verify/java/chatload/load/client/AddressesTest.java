package chatload.load.client;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.load.exchange.Trouble;
import chatload.run.Cause;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AddressesTest {

  private static final InetAddress[] TWO = {address(1), address(2)};

  @Test
  void theAddressesOfAHostAreFound() throws Exception {
    assertThat(resolved(host -> TWO).getNow()).containsExactlyInAnyOrder(TWO);
  }

  @Test
  void aHostThatDoesNotExistIsTheNetworks() throws Exception {
    Promise<List<InetAddress>> promise =
        resolved(
            host -> {
              throw new UnknownHostException(host);
            });
    assertThat(Trouble.of(promise.cause(), false, false).cause()).isEqualTo(Cause.NETWORK);
  }

  @Test
  void aLookUpThatDiesEndsAtOnceAndIsTheGenerators() throws Exception {
    Promise<List<InetAddress>> promise =
        resolved(
            host -> {
              throw new OutOfMemoryError("unable to create native thread");
            });
    assertThat(Trouble.of(promise.cause(), false, false).cause()).isEqualTo(Cause.GENERATOR);
  }

  private static Promise<List<InetAddress>> resolved(Addresses.Resolver resolver) throws Exception {
    Promise<List<InetAddress>> promise = ImmediateEventExecutor.INSTANCE.newPromise();
    try (Addresses addresses = new Addresses(9, resolver)) {
      addresses.resolveAll("chat.example", promise, null);
      assertThat(promise.await(10, TimeUnit.SECONDS)).as("it ends").isTrue();
    }
    return promise;
  }

  private static InetAddress address(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}

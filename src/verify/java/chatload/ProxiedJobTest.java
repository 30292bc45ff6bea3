package chatload;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.preflight.TestProxy;
import chatload.service.EmbeddedTarget;
import chatload.service.TargetConfig;
import chatload.tool.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The load goes through a proxy, all of it, and the evidence says so. */
class ProxiedJobTest extends SmallJob {

  private static final String CREDENTIAL = "me:pRoxy-Passw0rd";

  @Test
  void every_chat_of_a_run_goes_through_the_proxy() throws IOException {
    try (EmbeddedTarget target = EmbeddedTarget.start(TargetConfig.defaults(SECRET));
        TestProxy proxy =
            TestProxy.start(
                CREDENTIAL,
                new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), target.chatUrl().getPort()))) {
      Path directory = temporary.resolve("report");
      String words = "socks5://127.0.0.1:" + proxy.port();
      List<String> line = new ArrayList<>(scenarios(directory));
      line.addAll(List.of("--profiles", "smoke", "--skip-preflight", "--proxy", words));
      line.addAll(List.of("--url", target.chatUrl().toString()));
      Map<String, String> environment = new HashMap<>(secret());
      environment.put("LOADTEST_PROXY_CREDENTIAL", CREDENTIAL);

      int code = loadtest(environment, line);

      assertThat(code).as(output()).isIn(0, ExitCode.INCONCLUSIVE.code());
      assertThat(json(directory.resolve("smoke-summary.json")).at("/outcomes/OK").asInt())
          .isEqualTo(4);
      assertThat(proxy.asked()).hasSize(4);
      assertThat(json(directory.resolve("raw/smoke-run.json")).toString())
          .contains(words)
          .doesNotContain("pRoxy-Passw0rd");
    }
  }
}

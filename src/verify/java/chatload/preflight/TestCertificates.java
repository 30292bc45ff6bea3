package chatload.preflight;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates made with the JDK's keytool, and what a server and a client do with them. */
final class TestCertificates {
  private static final char[] PASSWORD = "changeit".toCharArray();

  /** Signed by itself, for 127.0.0.1. */
  final Certificate selfSigned;

  /** Signed by itself, for another host. */
  final Certificate otherHost;

  /** Signed by {@link #authority} for 127.0.0.1, but only for a time that is over. */
  final Certificate expired;

  final Certificate authority;

  private final Path store;
  private final KeyStore keys = KeyStore.getInstance("PKCS12");

  TestCertificates(Path directory) throws Exception {
    store = directory.resolve("keys.p12");
    String request = directory.resolve("request").toString();
    Path answer = directory.resolve("answer");
    newKey("server", "SAN=ip:127.0.0.1");
    newKey("other", "SAN=dns:other.example");
    newKey("authority", "bc:c");
    keytool("-certreq", "-alias", "server", "-file", request);
    keytool(
        "-gencert -alias authority -startdate -10d -validity 5 -ext SAN=ip:127.0.0.1".split(" "),
        "-infile",
        request,
        "-outfile",
        answer.toString());
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    selfSigned = keys.getCertificate("server");
    otherHost = keys.getCertificate("other");
    authority = keys.getCertificate("authority");
    try (InputStream in = Files.newInputStream(answer)) {
      expired = CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private void newKey(String alias, String extension) throws Exception {
    keytool(
        "-genkeypair -keyalg EC -groupname secp256r1 -startdate -20d -validity 40".split(" "),
        "-alias",
        alias,
        "-dname",
        "CN=" + alias,
        "-ext",
        extension);
  }

  private void keytool(String[] first, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(first));
    arguments.addAll(List.of(more));
    keytool(arguments.toArray(String[]::new));
  }

  private void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", String.valueOf(PASSWORD)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
  }

  /** For a server that shows this certificate. */
  SSLContext serverWith(Certificate certificate) throws Exception {
    Key key = keys.getKey(certificate.equals(otherHost) ? "other" : "server", PASSWORD);
    KeyStore shown = KeyStore.getInstance("PKCS12");
    shown.load(null, null);
    shown.setKeyEntry("shown", key, PASSWORD, new Certificate[] {certificate});
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(shown, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}

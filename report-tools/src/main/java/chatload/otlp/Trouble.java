package chatload.otlp;

import io.opentelemetry.exporter.internal.FailedExportException.HttpExportException;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/**
 * Why a collector did not take what was sent, in words of ours alone: what it answers, and what
 * Java says of a header that it can't send, may hold a credential.
 */
final class Trouble {

  private Trouble() {}

  static String of(CompletableResultCode answer) {
    Throwable failure = answer.getFailureThrowable();
    if (!answer.isDone()) {
      return "did not answer in time";
    }
    if (failure instanceof HttpExportException http && http.getResponse() != null) {
      return "answered with status " + http.getResponse().getStatusCode();
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpTimeoutException) {
        return "did not answer in time";
      }
      if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
        return "is a name that nobody knows";
      }
      if (cause instanceof SSLException) {
        return "can't be reached by TLS; OTEL_EXPORTER_OTLP_CERTIFICATE names who is trusted";
      }
      if (cause instanceof ConnectException) {
        return "can't be reached";
      }
    }
    return "broke off" + (failure == null ? "" : ": " + root(failure).getClass().getSimpleName());
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}

package chatload.protocol.mapping;

import chatload.protocol.ChatEvent;
import chatload.protocol.errors.ServiceErrors;
import chatload.run.Cause;
import chatload.run.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/** Finds the errors for which a protocol has rules. */
final class ErrorReading {

  private ErrorReading() {}

  /** What a rule for errors makes of an event; null if none is about it. */
  static ChatEvent read(List<Rules.Error> rules, String data, JsonNode json) {
    for (Rules.Error rule : rules) {
      if (isSaid(rule, json)) {
        String words = first(rule.message(), json);
        String said = words == null ? ServiceErrors.words(data, MissingNode.getInstance()) : words;
        boolean isBusy =
            rule.kind().stream()
                .map(at -> at.first(json))
                .anyMatch(kind -> kind != null && rule.busy().contains(kind.asText()));
        return isBusy
            ? new ChatEvent.Failed(
                Outcome.ERROR_EVENT, Cause.RATE_LIMIT, "error event: the service is busy: " + said)
            : new ChatEvent.ServiceError(said);
      }
    }
    return null;
  }

  /** A member that is there and says that nothing is wrong is no error. */
  private static boolean isSaid(Rules.Error rule, JsonNode json) {
    JsonNode said = rule.at() == null ? null : rule.at().first(json);
    return rule.at() == null || said != null && !ServiceErrors.isNothing(said);
  }

  private static String first(List<JsonPath> paths, JsonNode json) {
    for (JsonPath path : paths) {
      JsonNode found = path.first(json);
      if (found != null) {
        return found.isValueNode() ? found.asText() : found.toString();
      }
    }
    return null;
  }
}

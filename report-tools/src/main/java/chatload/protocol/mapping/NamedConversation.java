package chatload.protocol.mapping;

import chatload.files.Json;
import chatload.protocol.ChatEvent;
import chatload.protocol.EventReader;
import chatload.protocol.Framing;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Reads what another reader reads, and the name that the service gives to the conversation. */
final class NamedConversation implements EventReader {

  private final EventReader reader;
  private final JsonPath at;
  private String conversation;

  /**
   * @param at where events have it
   */
  NamedConversation(EventReader reader, JsonPath at) {
    this.reader = reader;
    this.at = at;
  }

  @Override
  public ChatEvent read(String name, String data) {
    if (conversation == null && data != null) {
      conversation = in(data);
    }
    return reader.read(name, data);
  }

  private String in(String data) {
    try {
      JsonNode named = at.first(Json.MAPPER.readTree(data));
      return named != null && !named.asText().isEmpty() ? named.asText() : null;
    } catch (JsonProcessingException e) {
      return null; // the other reader says so
    }
  }

  @Override
  public ChatEvent atEnd(Framing.Rest rest) {
    return reader.atEnd(rest);
  }

  @Override
  public String conversation() {
    return conversation;
  }
}

package chatload.protocol.mapping;

import chatload.protocol.Asked;
import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatRequest;
import chatload.protocol.EventReader;
import chatload.protocol.Framing;
import chatload.protocol.LongTexts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A protocol that a file describes.
 *
 * @param contentTypes of its responses
 * @param conversation where events have the service's own name for it; null for nowhere
 */
record MappedProtocol(
    String name,
    RequestTemplate template,
    List<String> contentTypes,
    Mapping mapping,
    JsonPath conversation)
    implements ChatProtocol {

  @Override
  public ChatRequest request(Asked asked) {
    return template.fill(asked);
  }

  @Override
  public Set<String> variables() {
    return template.variables();
  }

  @Override
  public ChatProtocol with(Map<String, String> variables) {
    return new MappedProtocol(name, template.with(variables), contentTypes, mapping, conversation);
  }

  @Override
  public boolean needsModel() {
    return template.needsModel();
  }

  @Override
  public boolean sendsHistory() {
    return template.history() != null;
  }

  @Override
  public boolean goesOn() {
    return sendsHistory() || namesConversations() || template.names("thread");
  }

  @Override
  public boolean namesConversations() {
    return template.names(RequestTemplate.CONVERSATION);
  }

  @Override
  public boolean seesCuts() {
    return !endsWithResponse() || mapping.marker != null && mapping.marker.isRequired();
  }

  @Override
  public boolean endsWithResponse() {
    return mapping.endBy == Mapping.EndBy.RESPONSE;
  }

  @Override
  public Framing framing(BiConsumer<String, String> onEvent, LongTexts keep) {
    return mapping.framing.open(onEvent);
  }

  @Override
  public EventReader reader() {
    if (mapping.framing == FramingKind.TEXT) {
      return new PlainReader(mapping);
    }
    EventReader reader = new MappingReader(mapping);
    return conversation == null ? reader : new NamedConversation(reader, conversation);
  }
}

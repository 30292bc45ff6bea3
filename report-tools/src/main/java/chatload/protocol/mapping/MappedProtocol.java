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
 */
record MappedProtocol(
    String name, RequestTemplate template, List<String> contentTypes, Mapping mapping)
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
    return new MappedProtocol(name, template.with(variables), contentTypes, mapping);
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
    return sendsHistory() || template.names("thread");
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
    return mapping.framing == FramingKind.TEXT
        ? new PlainReader(mapping)
        : new MappingReader(mapping);
  }
}

package chatload.probe;

import chatload.protocol.Asked;
import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatRequest;
import chatload.protocol.EventReader;
import chatload.protocol.Framing;
import chatload.protocol.LongTexts;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Another protocol, with its variables filled in, to change something of it. */
public class Delegating implements ChatProtocol {

  private final ChatProtocol protocol;

  protected Delegating(ChatProtocol protocol) {
    this.protocol = protocol;
  }

  @Override
  public String name() {
    return protocol.name();
  }

  @Override
  public ChatRequest request(Asked asked) {
    return protocol.request(asked);
  }

  @Override
  public List<String> contentTypes() {
    return protocol.contentTypes();
  }

  @Override
  public Set<String> variables() {
    return protocol.variables();
  }

  @Override
  public boolean needsModel() {
    return protocol.needsModel();
  }

  @Override
  public boolean sendsHistory() {
    return protocol.sendsHistory();
  }

  @Override
  public boolean goesOn() {
    return protocol.goesOn();
  }

  @Override
  public boolean namesConversations() {
    return protocol.namesConversations();
  }

  @Override
  public boolean endsWithResponse() {
    return protocol.endsWithResponse();
  }

  @Override
  public boolean seesCuts() {
    return protocol.seesCuts();
  }

  @Override
  public Framing framing(BiConsumer<String, String> onEvent, LongTexts keep) {
    return protocol.framing(onEvent, keep);
  }

  @Override
  public int textIn(String name, String beginning) {
    return protocol.textIn(name, beginning);
  }

  @Override
  public EventReader reader() {
    return protocol.reader();
  }
}

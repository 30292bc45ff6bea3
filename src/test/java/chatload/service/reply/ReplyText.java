package chatload.service.reply;

import java.util.ArrayList;
import java.util.List;

/** What the chat service says. */
public final class ReplyText {

  /** The answer of a healthy service. */
  public static final String REPLY = "已记录：你偏好高铁出行。之后我会优先为你推荐高铁方案，如需更改请随时告诉我。";

  public static final String MODEL_DOWN = "当前模型服务暂时不可用，我已收到你的请求，请稍后再试。";
  public static final String MODEL_EMPTY = "我已经收到你的消息，但暂时无法生成完整回复，请稍后再试。";
  public static final String INTERNAL_ERROR = "服务暂时不可用，我已记录你的请求。请稍后再试。";

  private static final int SLICE_CHARACTERS = 20;

  /** {@link #REPLY} as it is streamed. */
  static final List<String> SLICES = slices(REPLY);

  private ReplyText() {}

  /** In pieces of 20 characters, the last with what is left. */
  static List<String> slices(String text) {
    List<String> slices = new ArrayList<>();
    for (int from = 0; from < text.length(); from += SLICE_CHARACTERS) {
      slices.add(text.substring(from, Math.min(text.length(), from + SLICE_CHARACTERS)));
    }
    return List.copyOf(slices);
  }
}

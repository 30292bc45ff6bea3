package chatload.attack;

import chatload.files.Json;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** A reply with which a service could look healthy to somebody who looks less closely. */
enum Trick {
  BLANKS("EMPTY", saying(" ", "\n", "\u3000", "\u00a0\t\r\n", "\u2003\u2028\u205f")),
  INVISIBLE("EMPTY", saying("\u200b", "\u200d\u200c", "\ufeff", "\u2060", "\u00ad\u061c")),
  FILLERS("EMPTY", saying("\u3164", "\u2800", "\u115f\u1160", "\u034f", "\uffa0\ufe0f")),
  TAGS("EMPTY", saying("\udb40\udc41\udb40\udc42", "\ud834\udd59", "\u202e\u2066\u2069")),
  CONTROLS("EMPTY", saying("\u0000", "\u0007\u001b", "\u007f\u0085", "\ufdd0\uffff")),
  EMPTY_TEXTS("EMPTY", saying("", "", "")),

  CANNED("FALLBACK_REPLY", saying("当前模型服务暂时不可用，请稍后再试。")),
  CANNED_IN_PIECES("FALLBACK_REPLY", saying("\n\n", "当", "前", "模型", "服务暂时", "不可用", "。")),
  CANNED_AFTER_MARK("FALLBACK_REPLY", saying("\ufeff", "\u3000当前模型服务暂时不可用，请稍后再试。")),
  CANNED_WITH_JOINERS("FALLBACK_REPLY", saying("我已经收到\u200b你的消息\u2060，\n但暂时 无法生成完整回复", "。")),
  CANNED_AFTER_LONG_PADDING("FALLBACK_REPLY", saying("\n".repeat(5000), "当前模型服务暂时不可用。")),

  NAMELESS_ERROR("ERROR_EVENT", with("", "{\"error\":{\"message\":\"no model\"}}")),
  MESSAGE_ERROR("ERROR_EVENT", with("message", "{\"error\":\"no model\"}")),
  META_ERROR("ERROR_EVENT", with("meta", "{\"error\":\"no model\"}")),
  WRAPPED_ERROR("ERROR_EVENT", with("status", "{\"data\":{\"error\":\"no model\"}}")),
  TYPED_ERROR("ERROR_EVENT", with("", "{\"type\":\"error\",\"message\":\"no model\"}")),
  NAMED_ERROR("ERROR_EVENT", with("Error", "{}")),
  DOTTED_ERROR("ERROR_EVENT", with("chat.error", "no model")),
  BROKEN_ERROR("ERROR_EVENT", with("message", "{\"error\":\"no model\"")),
  TOKEN_ERROR("ERROR_EVENT", with("token", "{\"text\":\"a\",\"error\":\"no model\"}")),
  DONE_ERROR("ERROR_EVENT", ending("\"error\":\"no model\"")),
  DONE_ERRORS("ERROR_EVENT", ending("\"errors\":[{\"message\":\"no model\"}]")),
  DONE_FINISH_ERROR("ERROR_EVENT", ending("\"finishReason\":\"error\"")),
  DONE_STATUS_ERROR("ERROR_EVENT", ending("\"status\":\"error\"")),
  DONE_NO_SUCCESS("ERROR_EVENT", ending("\"success\":false")),
  DONE_NOT_OK("ERROR_EVENT", ending("\"ok\":false")),
  DONE_TRUNCATED("TRUNCATED", ending("\"truncated\":true")),
  DONE_LENGTH("TRUNCATED", ending("\"finish_reason\":\"length\"")),
  DONE_DEGRADED("DEGRADED", ending("\"degraded\":\"yes\"")),
  ERROR_AFTER_DONE("ERROR_EVENT", behind("event: error\ndata: {\"error\":\"no model\"}\n\n")),
  NAMELESS_ERROR_AFTER_DONE(
      "ERROR_EVENT", behind("data: {\"error\":{\"message\":\"no model\"}}\n\n")),
  LATE_ERROR_AFTER_DONE(
      "ERROR_EVENT",
      (chat, wire, service) -> {
        start(chat, wire);
        wire.event("done", Map.of("traceId", chat.traceId(), "persistedCount", 2));
        Wire.pause(60);
        wire.event("", "{\"error\":\"no model\"}");
        wire.end();
      }),

  OTHER_PROTOCOL(
      "OTHER_PROTOCOL",
      (chat, wire, service) -> {
        wire.stream(chat.traceId());
        Wire.pause(Manners.FIRST_TOKEN_MILLIS);
        wire.event("", "{\"choices\":[{\"delta\":{\"content\":\"Noted.\"}}]}");
        wire.event("", "[DONE]");
        wire.end();
      }),

  OTHER_HEADER(
      "CROSS_TALK",
      (chat, wire, service) -> {
        wire.stream(Others.than(chat, service).traceId());
        wire.event("meta", Map.of("traceId", chat.traceId()));
        Wire.pause(Manners.FIRST_TOKEN_MILLIS);
        Manners.text(chat, wire, 10);
        Manners.done(chat, wire, 2);
      }),
  OTHER_META(
      "CROSS_TALK",
      (chat, wire, service) -> {
        wire.stream(chat.traceId());
        wire.event("meta", Map.of("traceId", Others.than(chat, service).traceId()));
        Wire.pause(Manners.FIRST_TOKEN_MILLIS);
        Manners.text(chat, wire, 10);
        Manners.done(chat, wire, 2);
      }),
  OTHER_DONE(
      "CROSS_TALK",
      (chat, wire, service) -> {
        start(chat, wire);
        Manners.done(Others.than(chat, service), wire, 2);
      }),
  OTHER_THREAD_IN_TEXT(
      "CROSS_TALK",
      (chat, wire, service) -> {
        start(chat, wire);
        wire.event("token", Map.of("text", "In " + Others.than(chat, service).threadId() + ": "));
        Manners.done(chat, wire, 2);
      }),
  OTHER_TRACE_IN_PIECES(
      "CROSS_TALK",
      (chat, wire, service) -> {
        start(chat, wire);
        String id = Others.than(chat, service).traceId();
        wire.event("token", Map.of("text", "see " + id.substring(0, 9)));
        wire.event("token", Map.of("text", id.substring(9) + "."));
        Manners.done(chat, wire, 2);
      }),
  CACHED("CROSS_TALK", (chat, wire, service) -> wire.raw(Others.reply(chat, service))),

  ENDLESS_TRAILERS(
      "MALFORMED",
      (chat, wire, service) -> {
        start(chat, wire);
        wire.raw("0\r\n");
        String trailer = "x-more: " + "m".repeat(8000) + "\r\n";
        for (int i = 0; i < 8_000; i++) {
          wire.raw(trailer);
        }
      }),

  TOKENS_IN_ERROR(
      "ERROR_EVENT",
      (chat, wire, service) -> {
        start(chat, wire);
        wire.event("error", Map.of("error", Others.tokens(service)));
        wire.end();
      }),
  TOKENS_IN_FINISH(
      "ERROR_EVENT",
      (chat, wire, service) -> {
        start(chat, wire);
        String token = Others.than(chat, service).token();
        wire.event("done", Map.of("error", "cut " + token.substring(30, token.length() - 4)));
        wire.end();
      }),
  TOKENS_IN_STATUS(
      "HTTP_ERROR",
      (chat, wire, service) ->
          wire.plain("500 Oops", chat.traceId(), "text/plain", Others.tokens(service)));

  private final String outcome;
  private final AttackedService.Manner manner;

  Trick(String outcome, AttackedService.Manner manner) {
    this.outcome = outcome;
    this.manner = manner;
  }

  /** What such a chat is. */
  String outcome() {
    return outcome;
  }

  /** The trick for that chat: all of them in turn. */
  static Trick of(Chat chat) {
    return values()[chat.number() % values().length];
  }

  /** A service that is honest in the preflight, and then plays all tricks in turn. */
  static AttackedService.Manner all() {
    return (chat, wire, service) -> {
      if (chat.isLoad()) {
        of(chat).manner.answer(chat, wire, service);
      } else {
        Manners.reply(chat, wire, 2);
      }
    };
  }

  private static AttackedService.Manner saying(String... texts) {
    return (chat, wire, service) -> {
      wire.stream(chat.traceId());
      wire.event("meta", Map.of("traceId", chat.traceId()));
      Wire.pause(Manners.FIRST_TOKEN_MILLIS);
      for (String text : texts) {
        wire.event("token", Map.of("text", text));
      }
      Manners.done(chat, wire, 2);
    };
  }

  /** One more event in the midst of a healthy reply. */
  private static AttackedService.Manner with(String name, String data) {
    return (chat, wire, service) -> {
      start(chat, wire);
      wire.event(name, data);
      Manners.text(chat, wire, 10);
      Manners.done(chat, wire, 2);
    };
  }

  /** A healthy reply whose last event says more. */
  private static AttackedService.Manner ending(String member) {
    return (chat, wire, service) -> {
      start(chat, wire);
      wire.event(
          "done", "{\"traceId\":\"%s\",\"persistedCount\":2,%s}".formatted(chat.traceId(), member));
      wire.end();
    };
  }

  /** A healthy reply, and more in the same packet as its end. */
  private static AttackedService.Manner behind(String events) {
    return (chat, wire, service) -> {
      start(chat, wire);
      String done = "event: done\ndata: {\"persistedCount\":2}\n\n";
      wire.chunk(done + events);
      wire.end();
    };
  }

  private static void start(Chat chat, Wire wire) throws IOException {
    wire.stream(chat.traceId());
    wire.event("meta", Map.of("traceId", chat.traceId()));
    Wire.pause(Manners.FIRST_TOKEN_MILLIS);
    Manners.text(chat, wire, 10);
  }

  /** What a service knows of other chats than the one that it answers. */
  private static final class Others {

    /** Another chat of the load; waits for one if this is the first. */
    static Chat than(Chat chat, AttackedService service) {
      for (int i = 0; i < 200; i++) {
        for (Chat other : service.chats()) {
          if (other.isLoad() && !other.traceId().equals(chat.traceId())) {
            return other;
          }
        }
        Wire.pause(10);
      }
      throw new AssertionError("there is only one chat");
    }

    /** All of a healthy reply to another chat. */
    static byte[] reply(Chat chat, AttackedService service) throws IOException {
      Wire.pause(Manners.FIRST_TOKEN_MILLIS);
      Wire other = new Wire(java.io.OutputStream.nullOutputStream());
      Manners.reply(than(chat, service), other, 2);
      return other.sent();
    }

    /** Tokens of earlier requests, those of the preflight first; whole, in parts, and their ids. */
    static String tokens(AttackedService service) throws IOException {
      StringBuilder text = new StringBuilder();
      for (Chat chat : service.chats().stream().limit(3).collect(Collectors.toList())) {
        String[] parts = chat.token().split("\\.");
        byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
        text.append(chat.token().substring(0, 60)).append(' ');
        text.append("signature ").append(parts[2]).append(' ');
        text.append("jti ").append(Json.MAPPER.readTree(claims).path("jti").asText()).append(' ');
        text.append(chat.token()).append('\n');
      }
      return text.toString();
    }
  }
}

package chatload.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Whether an event says that its chat went wrong: rule 2 of docs/guarantees.md once more, level by
 * level and word by word, with no code of the product's. What an event named {@code error} and its
 * like say in text is {@link ReferenceErrorText}'s.
 */
public final class ReferenceErrors {

  private static final Set<String> FAILURES =
      words(
          "error errored exception failed failure fail fatal panic crashed abort aborted cancelled"
              + " canceled timeout timedout");

  private static final Set<String> BAD_ENDS =
      words(
          "content_filter content-filter contentfilter safety refusal refused blocked rejected"
              + " unavailable overloaded interrupted killed");

  private static final Set<String> CUTS =
      words(
          "length maxtokens maxoutputtokens maxcompletiontokens modellength tokenlimit"
              + " modelcontextwindowexceeded incomplete truncated");

  private static final Set<String> REASONS =
      words("finishreason stopreason donereason endreason completionreason terminationreason");

  private static final Set<String> STATES =
      words("status state outcome result runstatus finalstatus resultstatus");

  /** Members that say how it stands, beside those. */
  private static final Set<String> ABOUT =
      words(
          "truncated istruncated success ok succeeded successful issuccess isok failed iserror"
              + " haserror haserrors cancelled canceled iscancelled iscanceled aborted isaborted"
              + " timedout timeout crashed interrupted message detail statustext code statuscode"
              + " httpstatus httpcode httpstatuscode reason complete completed finished iscomplete"
              + " iscompleted isfinished incomplete partial isincomplete ispartial"
              + " incompletedetails");

  private static final Set<String> WRAPPERS =
      words(
          "data payload response result body event message delta choices candidates completion"
              + " reply answer chat run");

  private static final Set<String> OTHERS_WORDS =
      words(
          "steps attempts retries logs arguments args input inputs parameters params schema source"
              + " sources document documents citation citations reference references chunks history"
              + " messages prompt request config settings options labels i18n translations strings");

  private static final Set<String> KINDS = words("type object event kind eventtype");

  private record Member(String name, JsonNode value) {}

  private record Part(JsonNode node, boolean whole) {}

  private ReferenceErrors() {}

  /** Whether the name alone says so. */
  public static boolean inName(String name, boolean end) {
    return !end && (isStep(name) ? isCalledError(name) : isFailure(name)) || isCutName(name);
  }

  /** Whether the JSON of an event of that name does. */
  public static boolean inJson(String name, JsonNode json, boolean end) {
    boolean ofStep = !end && isStep(name);
    List<Part> level = List.of(new Part(json, true));
    int left = 1000;
    for (int depth = 0; depth <= 8 && left > 0; depth++) {
      List<Part> next = new ArrayList<>();
      for (Part part : level.subList(0, Math.min(left, level.size()))) {
        left--;
        boolean step = ofStep || !(end && part.whole) && isAboutStep(part.node);
        if (part.node.isArray()) {
          part.node.forEach(inner -> next.add(new Part(inner, part.whole)));
        } else if (depth == 0 || !step) {
          if (members(part.node).anyMatch(member -> says(member, part, step, end))) {
            return true;
          }
          members(part.node)
              .filter(member -> !step && !isOfOthers(member.name))
              .forEach(
                  member ->
                      next.add(
                          new Part(member.value, part.whole && WRAPPERS.contains(member.name))));
        }
      }
      level = next.stream().filter(part -> part.node.isContainerNode()).toList();
    }
    return false;
  }

  private static boolean says(Member member, Part part, boolean step, boolean end) {
    String name = member.name;
    JsonNode value = member.value;
    if (isErrorMember(name)) {
      return !isNothing(value);
    }
    if (!part.whole) {
      return false;
    }
    String text = value.isTextual() ? value.textValue() : "";
    if (KINDS.contains(name) && value.isTextual()) {
      return step ? isCalledError(text) : isFailure(text) || isCutName(text);
    }
    if (name.equals("code") && !end) {
      boolean isTold =
          Stream.of("message", "msg", "detail").anyMatch(word -> part.node.path(word).isTextual());
      return !step
          && isTold
          && (isHttpFailure(value) || isFailure(text) || ReferenceErrorText.isReasonPhrase(text));
    }
    return !step && (saysAtAnyTime(name, value, text) || end && saysAtTheEnd(name, value, text));
  }

  private static boolean isAboutState(String name) {
    return ABOUT.contains(name) || STATES.contains(name) || REASONS.contains(name);
  }

  private static boolean saysAtAnyTime(String name, JsonNode value, String text) {
    if (isAboutState(name) && ReferenceErrorText.isReasonPhrase(text)) {
      return true;
    }
    return switch (name) {
      case "degraded" -> !words("null false 0 \"\" \"false\"").contains(value.toString());
      case "truncated", "istruncated" -> !isNothing(value);
      case "success", "ok", "succeeded", "successful", "issuccess", "isok" ->
          says(value, "false", "no");
      case "failed", "iserror", "haserror", "haserrors", "cancelled", "canceled", "iscancelled" ->
          says(value, "true", "yes");
      case "iscanceled", "aborted", "isaborted", "timedout", "timeout", "crashed", "interrupted" ->
          says(value, "true", "yes");
      case "code", "statuscode", "httpstatus", "httpcode", "httpstatuscode" ->
          isHttpFailure(value) || isFailure(text);
      default ->
          name.equals("status") && isHttpFailure(value)
              || STATES.contains(name) && isBadEnd(text)
              || REASONS.contains(name) && (isBadEnd(text) || isCut(text));
    };
  }

  private static boolean saysAtTheEnd(String name, JsonNode value, String text) {
    if (isAboutState(name) && words("incomplete truncated partial").contains(plain(text))) {
      return true;
    }
    return switch (name) {
      case "reason" -> isBadEnd(text) || isCut(text);
      case "complete", "completed", "finished", "iscomplete", "iscompleted", "isfinished" ->
          says(value, "false", "no");
      case "incomplete", "partial", "isincomplete", "ispartial", "incompletedetails" ->
          !isNothing(value);
      default -> false;
    };
  }

  private static boolean says(JsonNode value, String... words) {
    return value.isValueNode()
        && Arrays.stream(words).anyMatch(value.asText().strip()::equalsIgnoreCase);
  }

  private static boolean isHttpFailure(JsonNode value) {
    String code = value.asText().strip();
    return code.length() == 3
        && (code.charAt(0) == '4' || code.charAt(0) == '5')
        && code.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  static boolean isBadEnd(String state) {
    String word = state.strip().toLowerCase(Locale.ROOT);
    return BAD_ENDS.contains(word) || word.equals("timed out") || isFailure(state);
  }

  private static boolean isCut(String reason) {
    return CUTS.contains(plain(reason.strip()));
  }

  private static boolean isErrorMember(String name) {
    String rest =
        name.replaceFirst(
            "^(chat|model|upstream|stream|server|internal|service|provider|llm|api|run|request"
                + "|response|generation)(?=err|exc|fail|stack|trace)",
            "");
    if (words("error errors err exception exceptions failure stacktrace traceback")
        .contains(rest)) {
      return true;
    }
    String kind = rest.replaceFirst("^(error|err|exception|failure)", "");
    return !kind.equals(rest)
        && words("message msg text code detail details description info reason type name kind id")
            .contains(kind);
  }

  private static boolean isNothing(JsonNode value) {
    if (value.isContainerNode()) {
      return StreamSupport.stream(value.spliterator(), false).allMatch(ReferenceErrors::isNothing);
    }
    String text = value.asText().strip().toLowerCase(Locale.ROOT);
    Set<String> nothing =
        words("null nil undefined none no false ok okay success successful n/a na - 200 noerror");
    return text.isEmpty()
        || nothing.contains(text)
        || text.matches("0+|0+\\.0+|noerrors|no[ _-]error|no[ _-]errors");
  }

  private static boolean isOfOthers(String name) {
    return name.startsWith("tool") || name.startsWith("function") || OTHERS_WORDS.contains(name);
  }

  private static boolean isAboutStep(JsonNode object) {
    return members(object)
        .anyMatch(
            member ->
                words("tool toolname toolcallid step stepname").contains(member.name)
                        && !isNothing(member.value)
                    || KINDS.contains(member.name)
                        && member.value.isTextual()
                        && isStep(member.value.textValue()));
  }

  private static boolean isStep(String name) {
    return Arrays.stream(pieces(name))
        .map(piece -> piece.toLowerCase(Locale.ROOT))
        .map(piece -> piece.replaceFirst("(s|call|result|output|input){0,3}$", ""))
        .anyMatch(
            words(
                    "tool function step retrieval retriever retrieve search plugin retry attempt log debug")
                ::contains);
  }

  private static boolean isFailure(String name) {
    String[] pieces = pieces(name.strip().replaceAll("(?i)timed_out", "timedout"));
    String last = pieces[pieces.length - 1];
    String word = last.toLowerCase(Locale.ROOT);
    String before = pieces.length > 1 ? pieces[pieces.length - 2].toLowerCase(Locale.ROOT) : "";
    Set<String> no = words("no not non without");
    boolean denied =
        FAILURES.contains(word) && no.contains(before)
            || no.stream()
                .anyMatch(w -> word.startsWith(w) && FAILURES.contains(word.substring(w.length())));
    return !denied
        && (FAILURES.contains(word)
            || words("Errored Error Exception Failed Failure Aborted Cancelled Canceled Timeout")
                .stream()
                .anyMatch(last::endsWith));
  }

  private static boolean isCalledError(String name) {
    String[] pieces = pieces(name.strip());
    String last = pieces[pieces.length - 1];
    return isFailure(name) && (last.equalsIgnoreCase("error") || last.endsWith("Error"));
  }

  private static boolean isCutName(String name) {
    String[] pieces = pieces(name.strip());
    return words("incomplete truncated")
        .contains(pieces[pieces.length - 1].toLowerCase(Locale.ROOT));
  }

  private static Stream<Member> members(JsonNode object) {
    return object.properties().stream()
        .map(member -> new Member(plain(member.getKey()), member.getValue()));
  }

  private static String[] pieces(String name) {
    return name.split("[._:/-]", -1);
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    name.replaceAll("[_ -]", "")
        .chars()
        .map(Character::toLowerCase)
        .forEach(c -> plain.append((char) c));
    return plain.toString();
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }
}

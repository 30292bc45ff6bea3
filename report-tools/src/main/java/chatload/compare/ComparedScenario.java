package chatload.compare;

import chatload.metric.ChatTime;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One scenario of both jobs.
 *
 * @param chats planned
 * @param judgement what follows from all questions; null where there are too few chats to ask any
 * @param questions in their order
 * @param byRank how probable it is that times differ so much by chance alone, by rank (Mann and
 *     Whitney, over blocks); no judgement depends on it
 */
public record ComparedScenario(
    String scenario,
    int chats,
    Judgement judgement,
    List<Question> questions,
    Map<ChatTime, BigDecimal> byRank) {

  public ComparedScenario {
    questions = List.copyOf(questions);
    byRank = Collections.unmodifiableMap(new LinkedHashMap<>(byRank));
  }
}

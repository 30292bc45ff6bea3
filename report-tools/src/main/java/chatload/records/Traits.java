package chatload.records;

/**
 * What is known of the chats beyond their figures.
 *
 * @param spanMs from the first chat's start to the last one's end; null without any record
 * @param notPersisted OK chats that said of themselves that nothing was persisted
 * @param notEchoed responses that did not carry the trace id that was sent
 * @param ableToStream OK chats whose reply could have been streamed, see {@link Burst}
 * @param inBursts those of them whose reply came all at once
 * @param used tokens, as the service said
 * @param stalled row of the OK chat with the longest gap that the generator did not make; negative
 *     if none is known
 */
record Traits(
    Double spanMs,
    int notPersisted,
    int notEchoed,
    int ableToStream,
    int inBursts,
    TokensUsed used,
    int stalled) {}

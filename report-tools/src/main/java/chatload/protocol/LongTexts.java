package chatload.protocol;

/**
 * Which part of a long text has to stay for its event to mean what it means as a whole. The middle
 * of a text of ordinary characters decides nothing: it is let go while it arrives, because to hold,
 * decode and parse megabytes for many users at once would make the generator late.
 *
 * @param protocol tells in which events
 * @param characters of the reply's beginning that are looked at, UTF-16
 * @param visible so many of the first characters must be visible; of a text that begins with less,
 *     all stays
 * @param around bytes that stay on both sides of what is not ordinary; more than any id has
 */
public record LongTexts(ChatProtocol protocol, int characters, int visible, int around) {}

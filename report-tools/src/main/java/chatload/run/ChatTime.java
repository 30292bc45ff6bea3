package chatload.run;

/** The two times of a chat that are judged. */
public enum ChatTime {
  FIRST_TOKEN,
  TOTAL
}

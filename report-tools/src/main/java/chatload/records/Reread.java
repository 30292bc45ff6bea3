package chatload.records;

import chatload.run.ChatRecord;
import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/** Records of some chats, each read again from the file when it is got. */
final class Reread extends AbstractList<ChatRecord> implements RandomAccess {

  private final RecordFile from;
  private final ChatColumns columns;
  private final int[] rows;

  /**
   * @param rows of the chats in {@code columns}
   */
  Reread(RecordFile from, ChatColumns columns, int[] rows) {
    this.from = from;
    this.columns = columns;
    this.rows = rows;
  }

  /** The records of these rows, by their chats' ids. */
  static Reread byId(RecordFile file, ChatColumns columns, IntStream rows) {
    int[] byId =
        rows.mapToLong(row -> (long) columns.id(row) << Integer.SIZE | row)
            .sorted()
            .mapToInt(key -> (int) key)
            .toArray();
    return new Reread(file, columns, byId);
  }

  @Override
  public ChatRecord get(int index) {
    int row = rows[index];
    return from.read(columns.id(row), columns.offset(row), columns.length(row));
  }

  @Override
  public int size() {
    return rows.length;
  }
}

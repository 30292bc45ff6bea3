package chatload.records;

import chatload.files.ReportDir;
import chatload.run.ChatRecord;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Reads single records again by where they stand in their file. Neighbours cost one read together,
 * and no file stays open.
 */
final class RecordFile {

  /** Small, because a chat that timed out stands far from its neighbours by id. */
  private static final int BLOCK = 1 << 15;

  /** For all records, one after the other. */
  private static final int LARGE_BLOCK = 1 << 20;

  private final ReportDir dir;
  private final Path file;
  private final int blockSize;
  private final RecordLine reader = new RecordLine();
  private byte[] block = new byte[0];
  private long blockStart;

  RecordFile(ReportDir dir, Path file) {
    this(dir, file, BLOCK);
  }

  private RecordFile(ReportDir dir, Path file, int blockSize) {
    this.dir = dir;
    this.file = file;
    this.blockSize = blockSize;
  }

  /** The same for whoever reads all records in their order. */
  RecordFile inOrder() {
    return new RecordFile(dir, file, LARGE_BLOCK);
  }

  /**
   * The record of chat {@code id}.
   *
   * @throws UserError when the file is not any more what it was when it was read first
   */
  ChatRecord read(int id, long offset, int length) {
    try {
      if (offset < blockStart || offset + length > blockStart + block.length) {
        load(offset, length);
      }
      int from = Math.toIntExact(offset - blockStart);
      ChatRecord chat = reader.read(block, from, length);
      if (chat != null && chat.id() == id) {
        return chat;
      }
    } catch (IOException e) {
      throw changed();
    }
    throw changed();
  }

  private void load(long offset, int length) throws IOException {
    try (FileChannel channel = dir.folder().open(file)) {
      long rest = channel.size() - offset;
      if (rest < length) {
        throw changed();
      }
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(rest, Math.max(blockSize, length)));
      channel.position(offset);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // reads on until the block is full
      }
      block = buffer.array();
      blockStart = offset;
    }
  }

  private UserError changed() {
    return UserError.input(
        file + " was changed while it was read",
        "Wait until nothing writes to the report directory, then report again.");
  }
}

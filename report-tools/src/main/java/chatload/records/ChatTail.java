package chatload.records;

import chatload.files.Folder;
import chatload.files.Json;
import chatload.run.ChatRecord;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the chat records of a run while they are being written. */
public final class ChatTail {

  private final Folder folder;
  private final Path file;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
  private long position;

  public ChatTail(Folder folder, Path file) {
    this.folder = folder;
    this.file = file;
  }

  /** The records that were completed since the last call. */
  public List<ChatRecord> poll() throws IOException {
    List<ChatRecord> records = new ArrayList<>();
    if (!folder.has(file)) {
      return records;
    }
    try (FileChannel channel = folder.open(file)) {
      channel.position(position);
      while (channel.read(buffer.clear()) > 0) {
        buffer.flip();
        position += buffer.remaining();
        while (buffer.hasRemaining()) {
          byte next = buffer.get();
          if (next == '\n') {
            add(records);
            line.reset();
          } else {
            line.write(next);
          }
        }
      }
    }
    return records;
  }

  /** Leaves out what can't be read, such as the rest of a line that was taken back. */
  private void add(List<ChatRecord> records) throws IOException {
    try {
      records.add(Json.MAPPER.readValue(line.toByteArray(), ChatRecord.class));
    } catch (JsonProcessingException e) {
      // this is only what is shown meanwhile: the report names unreadable lines
    }
  }
}

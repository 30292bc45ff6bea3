package chatload.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.tool.UserError;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(30)
class FolderTest {

  @TempDir Path temp;
  private Path root;
  private Path victim;
  private Folder folder;

  @BeforeEach
  void makeFolder() throws IOException {
    root = Files.createDirectories(temp.resolve("root"));
    victim = Files.writeString(temp.resolve("victim"), "victim");
    folder = new Folder(root);
  }

  @Test
  void a_file_is_read_and_replaced() throws IOException {
    folder.write(root.resolve("a"), bytes("one"));
    folder.write(root.resolve("a"), bytes("two"));
    assertThat(folder.read(root.resolve("a"))).contains(bytes("two"));
    assertThat(folder.read(root.resolve("b"))).isEmpty();
    assertThat(root.toFile().list()).containsExactly("a");
  }

  @Test
  void a_link_is_neither_read_nor_written_nor_deleted() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("link"), victim);
    assertRefused(() -> folder.read(link));
    assertRefused(() -> folder.write(link, bytes("x")));
    assertRefused(() -> folder.create(link, "x"));
    assertRefused(() -> folder.delete(link));
    assertRefused(() -> folder.hasFile(link));
    assertThat(victim).hasContent("victim");
  }

  @Test
  void a_link_on_the_way_is_not_followed() throws IOException {
    Path other = Files.createDirectory(temp.resolve("other"));
    Files.writeString(other.resolve("there"), "x");
    Files.createSymbolicLink(root.resolve("way"), other);
    for (String name : List.of("way/there", "way/new", "way/deep/new", "way/../way/new")) {
      assertRefused(() -> folder.write(root.resolve(name), bytes("y")));
      assertRefused(() -> folder.create(root.resolve(name), "y"));
      assertRefused(() -> folder.makeDirectory(root.resolve(name)));
    }
    assertRefused(() -> folder.read(root.resolve("way/there")));
    assertRefused(() -> folder.list(root.resolve("way")));
    assertRefused(() -> folder.filesBelow(root));
    assertThat(other.toFile().list()).containsExactly("there");
    assertThat(other.resolve("there")).hasContent("x");
  }

  @Test
  void a_link_in_the_place_of_a_temporary_file_goes_and_its_target_stays() throws IOException {
    Files.createSymbolicLink(root.resolve(".a.tmp"), victim);
    folder.write(root.resolve("a"), bytes("new"));
    assertThat(victim).hasContent("victim");
    assertThat(root.toFile().list()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../victim", "a/../../victim", "..", "a/../../../etc/passwd"})
  void nothing_outside_is_reached(String path) {
    assertThatThrownBy(() -> folder.open(root.resolve(path))).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> folder.write(root.resolve(path), bytes("x")))
        .isInstanceOf(UserError.class);
    assertThat(victim).hasContent("victim");
  }

  @Test
  void a_fifo_is_refused_at_once() throws Exception {
    Path fifo = root.resolve("fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    assertNoFile(() -> folder.read(fifo));
    assertNoFile(() -> folder.open(fifo));
    assertNoFile(() -> folder.write(fifo, bytes("x")));
    assertThatThrownBy(() -> folder.filesBelow(root)).hasMessageContaining("neither a file nor");
  }

  @Test
  void a_socket_is_refused() throws IOException {
    Path socket = root.resolve("s");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      assertNoFile(() -> folder.read(socket));
      assertThatThrownBy(() -> folder.filesBelow(root)).hasMessageContaining("neither a file nor");
    }
  }

  @Test
  void a_device_is_refused() {
    Folder devices = new Folder(Path.of("/dev"));
    assertNoFile(() -> devices.read(Path.of("/dev/zero")));
  }

  @Test
  void a_directory_is_no_file() throws IOException {
    Path directory = Files.createDirectory(root.resolve("directory"));
    assertNoFile(() -> folder.read(directory));
    assertNoFile(() -> folder.write(directory, bytes("x")));
  }

  @Test
  void a_file_that_is_larger_than_expected_is_refused() throws IOException {
    Path file = Files.writeString(root.resolve("large"), "123456");
    assertThat(folder.read(file, 6)).isPresent();
    assertThatThrownBy(() -> folder.read(file, 5)).hasMessageContaining("larger than");
  }

  @Test
  void a_directory_that_is_gone_is_not_made_again() {
    assertThatThrownBy(() -> folder.write(root.resolve("gone/a"), bytes("x")))
        .isInstanceOf(IOException.class);
    assertThat(root.resolve("gone")).doesNotExist();
  }

  @Test
  void a_file_that_is_there_is_not_created() throws IOException {
    folder.create(root.resolve("a"), "one");
    assertThatThrownBy(() -> folder.create(root.resolve("a"), "two"))
        .isInstanceOf(IOException.class);
    assertThat(root.resolve("a")).hasContent("one");
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is a symbolic link");
  }

  private static void assertNoFile(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(UserError.class).hasMessageContaining("file");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

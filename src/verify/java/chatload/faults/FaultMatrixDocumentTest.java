package chatload.faults;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.service.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code -Dgolden.update=true} rewrites the document. */
class FaultMatrixDocumentTest {

  private static final Path DOCUMENT = Path.of("docs/fault-matrix.md");

  @Test
  void the_document_says_what_the_code_says() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, FaultMatrixDocument.markdown());
    }
    assertThat(DOCUMENT).hasContent(FaultMatrixDocument.markdown());
  }

  @Test
  void no_two_rows_are_the_same_and_every_fault_has_one() {
    assertThat(FaultMatrix.ROWS).extracting(Row::toString).doesNotHaveDuplicates();
    assertThat(ProtocolRows.ALL).extracting(Row::toString).doesNotHaveDuplicates();
    assertThat(Stream.concat(FaultMatrix.ROWS.stream(), ProtocolRows.ALL.stream()))
        .extracting(Row::label)
        .containsAll(Stream.of(Fault.values()).map(Fault::label).toList())
        .containsAll(Stream.of(StreamFault.values()).map(StreamFault::label).toList())
        .containsAll(Stream.of(Places.values()).map(Places::label).toList());
  }
}

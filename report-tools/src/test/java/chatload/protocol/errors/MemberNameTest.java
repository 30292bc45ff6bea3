package chatload.protocol.errors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberNameTest {

  /** So long a name is not remembered: what is seen was found out here. */
  @ParameterizedTest
  @CsvSource({
    "Error_Code, errorcode, true, false, false, false, false",
    "type, type, false, true, false, false, false",
    "event, event, false, true, false, true, false",
    "finish-reason, finishreason, false, false, true, false, false",
    "finish reason, finishreason, false, false, true, false, false",
    "data, data, false, false, false, true, false",
    "result, result, false, false, true, true, false",
    "toolCalls, toolcalls, false, false, false, false, true",
    "id, id, false, false, false, false, false",
  })
  void whatANameSaysIsFoundOut(
      String name,
      String plain,
      boolean isError,
      boolean isKind,
      boolean isState,
      boolean isWrapper,
      boolean isForeign) {
    assertThat(MemberName.of("_".repeat(Remembered.LONGEST) + name))
        .isEqualTo(new MemberName(plain, isError, isKind, isState, isWrapper, isForeign));
  }
}

package chatload.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.run.DataUsed;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFileTest {

  @TempDir Path temp;

  @Test
  void rows_of_the_same_conversation_that_follow_each_other_are_its_turns() throws IOException {
    Conversations data =
        read(
            "data.csv",
            "\ufeffmessage,conversation,thinkMs,contains,maxChars\r\n"
                + "Hi,a,,,\r\n\"And, \"\"then\"\"\nnow?\",a,1500,yes,40\r\n\r\nBye,b,,,\nHi,,,,\nHi,,,,");
    assertThat(data.used().turns()).isEqualTo("2,1*3");
    assertThat(data.used().messages()).isEqualTo(3);
    Turn second = data.turn(1, 2);
    assertThat(second.message()).isEqualTo("And, \"then\"\nnow?");
    assertThat(second.thinkMs()).isEqualTo(1500);
    assertThat(second.expected().contains()).containsExactly("yes");
    assertThat(second.expected().maxChars()).isEqualTo(40);
    assertThat(data.turn(1, 1).expected()).isEqualTo(Expected.NOTHING);
    assertThat(data.longestThinkMs()).isEqualTo(1500);
  }

  @Test
  void a_line_of_json_is_a_prompt_or_a_conversation() throws IOException {
    Conversations data =
        read(
            "data.jsonl",
            "\"Hi\"\n\n{\"message\":\"Hi\",\"not\":[\"a\",\"b\"],\"minChars\":2}\n"
                + "{\"turns\":[{\"message\":\"1\"},{\"message\":\"2\",\"matches\":\"^\\\\d\"}]}\n");
    assertThat(data.used().turns()).isEqualTo("1*2,2");
    assertThat(data.used().sha256()).hasSize(64);
    assertThat(data.turn(2, 1).expected().not()).containsExactly("a", "b");
    assertThat(data.turn(3, 2).expected().matches()).hasSize(1);
    assertThat(data.hasSeveralTurns()).isTrue();
  }

  @Test
  void equal_prompts_are_told_unless_something_in_them_is_unique() throws IOException {
    assertThat(read("a.jsonl", "\"Hi\"\n\"Hi\"\n").used().isOneMessage()).isTrue();
    assertThat(read("b.jsonl", "\"Hi ${unique}\"\n").used().isOneMessage()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.txt   | Hi | file of an unknown kind | .csv or .jsonl",
        "a.csv   | prompt | line 1 of a.csv is no header | Accepted columns: conversation, message",
        "a.csv   | message,message | line 1 of a.csv is no header | Accepted",
        "a.csv   | message;Hi,there | line 2 of a.csv has 2 cells | Quote cells",
        "a.csv   | message,thinkMs;Hi,soon | line 2 of a.csv has no such number in thinkMs | 600000",
        "a.csv   | message,matches;Hi,( | line 2 of a.csv has no regular expression | Correct it",
        "a.csv   | message;\"Hi | line 2 of a.csv begins a quote that never ends | Close it",
        "a.csv   | message;\"Hi\" you | line 2 of a.csv has text behind a closing quote | quotes",
        "a.csv   | message | has no prompt | one a line",
        "a.jsonl | {\"message\" | line 1 of a.jsonl is no JSON | JSON object",
        "a.jsonl | \"Hi\";{\"prompt\":\"Hi\"} | line 2 of a.jsonl has a field that is not known | message",
        "a.jsonl | {\"message\":\" \"} | line 1 of a.jsonl has no message | says",
        "a.jsonl | {\"turns\":[]} | line 1 of a.jsonl is no conversation | turns",
        "a.jsonl | {\"message\":\"a\",\"minChars\":5,\"maxChars\":2} | line 1 of a.jsonl expects more | minChars",
        "a.csv   | ;;prompt | --data: line 3 of a.csv is no header | Accepted",
        "a.jsonl | {\"message\":\"Hi\",\"contains\":[]} | --data: line 1 of a.jsonl has no text in contains | text",
        "a.jsonl | 7 | line 1 of a.jsonl is no turn | object",
      },
      quoteCharacter = '\0')
  void what_is_wrong_is_named_by_its_line(String name, String text, String problem, String hint) {
    assertThatThrownBy(() -> read(name, text.replace(';', '\n')))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.getMessage()).contains(problem);
              assertThat(error.hint()).contains(hint);
            });
  }

  @Test
  void a_file_that_cannot_be_read_is_told_without_its_path_or_a_name_of_java() {
    for (String name : List.of("", "nowhere.csv")) {
      assertThatThrownBy(
              () -> DataFile.read(temp.resolve(name), "--data", DataUsed.Order.CYCLED, null))
          .isInstanceOf(UserError.class)
          .hasMessageMatching("--data names a directory|the file that --data names can't be read");
    }
  }

  private Conversations read(String name, String text) throws IOException {
    Path file = Files.writeString(temp.resolve(name), text);
    return DataFile.read(file, "--data", DataUsed.Order.CYCLED, null);
  }
}

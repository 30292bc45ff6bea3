package chatload.closure;

import chatload.signoff.Blocker;
import chatload.signoff.ClosureCase;
import chatload.signoff.ClosureOptions;
import chatload.signoff.ClosurePhrase;
import chatload.signoff.OpenSteps;
import chatload.signoff.RunKey;
import chatload.text.ShellWords;
import chatload.text.VisibleText;
import chatload.tool.ExitCode;
import chatload.verdict.Verdict;
import chatload.words.Wording;
import java.util.List;
import java.util.Map;

/**
 * {@code ISSUE-<n>-CLOSE-COMMANDS.sh}: checks the evidence, then posts the comment and closes issue
 * and epic, each only if that was not done yet. If nothing may be closed, it says why and fails.
 * Nothing that came from elsewhere stands in it unquoted.
 */
final class CloseScript {

  private final ClosureCase closure;
  private final ClosureOptions options;
  private final Wording words;

  private CloseScript(ClosureCase closure) {
    this.closure = closure;
    this.options = closure.options();
    this.words = new Wording(options.language());
  }

  /**
   * The script.
   *
   * @param documents what the closure and the comment say, by path
   */
  static String compose(ClosureCase closure, Map<String, String> documents) {
    CloseScript script = new CloseScript(closure);
    return closure.mayClose() ? script.closing(documents) : script.refusing();
  }

  private String head() {
    return """
        #!/usr/bin/env bash
        # %s
        # shellcheck disable=SC2016,SC1111,SC1112
        set -euo pipefail

        """
        .formatted(RunKey.marker(options.runId()));
  }

  private String refusing() {
    StringBuilder script = new StringBuilder(head());
    say(script, words.say(ClosurePhrase.SCRIPT_REFUSED));
    say(script, "Overall Result: " + closure.job().status());
    Blocker.of(closure).forEach(blocker -> say(script, "- " + blocker.line(words)));
    closure.job().conflicts().forEach(reason -> say(script, "- " + words.line(reason)));
    closure
        .job()
        .scenarios()
        .forEach(
            result ->
                result
                    .verdict()
                    .reasons()
                    .forEach(
                        reason ->
                            say(script, "- " + result.scenario() + ": " + words.line(reason))));
    ExitCode code =
        closure.job().status() == Verdict.Status.FAIL ? ExitCode.FAIL : ExitCode.INCONCLUSIVE;
    return script.append("exit ").append(code.code()).append('\n').toString();
  }

  private static void say(StringBuilder script, String line) {
    script.append("printf '%s\\n' ").append(quoted(line)).append(" >&2\n");
  }

  private String closing(Map<String, String> documents) {
    return head()
        + paths()
        + checks(ScriptFiles.list(closure, documents))
        + """
          if ! command -v gh >/dev/null 2>&1; then
            refuse %s
          fi
          issue() {
            gh issue "$@" --repo %s
          }

          seen=$(issue view %s --json state,comments --jq '.state, .comments[].body')
          if [[ $seen == *"$marker"* ]]; then
            printf '%%s\\n' %s
          else
            issue comment %s --body-file "$comment"
          fi
          """
            .formatted(
                quoted(words.say(ClosurePhrase.SCRIPT_NO_GH)),
                quoted(options.repo()),
                options.issue(),
                quoted(words.say(ClosurePhrase.SCRIPT_POSTED, options.numbers())),
                options.issue())
        + close(options.issue(), "$seen")
        + "seen=$(issue view %s --json state --jq .state)\n".formatted(options.epic())
        + close(options.epic(), "$seen")
        + "printf '%s\\n' "
        + quoted(words.say(ClosurePhrase.SCRIPT_DONE, options.numbers()))
        + "\n";
  }

  /** Nothing but bash is needed to find the files. */
  private String paths() {
    return """
        marker=%s
        here=${BASH_SOURCE[0]}
        case $here in
          */*) here=${here%%/*} ;;
          *) here=. ;;
        esac
        here=$(CDPATH='' cd -- "${here:-/}" && pwd -P)
        evidence=$here%s
        closure=$evidence/%s
        comment=$evidence/%s

        refuse() {
          printf '%%s\\n' "$1" %s >&2
          exit %s
        }

        """
        .formatted(
            quoted(RunKey.marker(options.runId())),
            toEvidence(),
            quoted(options.closure()),
            quoted(options.comment()),
            quoted(words.say(ClosurePhrase.SCRIPT_REFUSED)),
            ExitCode.INCONCLUSIVE.code());
  }

  /**
   * Hashes with whatever is there: GNU, BusyBox, macOS, or OpenSSL. What a link points at is not
   * kept with the evidence, so a link on the way to a file is as good as no file.
   */
  private String checks(String files) {
    return """
        sha256() {
          if command -v sha256sum >/dev/null 2>&1; then
            sha256sum
          elif command -v shasum >/dev/null 2>&1; then
            shasum -a 256
          elif command -v openssl >/dev/null 2>&1; then
            openssl dgst -sha256 -r
          else
            refuse %s
          fi
        }
        differs=
        same() {
          local hash='' part=$2
          while [[ ! -L $evidence/$part && $part == */* ]]; do
            part=${part%%/*}
          done
          if [[ ! -L $evidence/$part && -f $evidence/$2 && -r $evidence/$2 ]]; then
            hash=$(sha256 <"$evidence/$2")
          fi
          if [[ ${hash%%%% *} != "$1" ]]; then
            printf '%%s\\n' "$2" >&2
            differs=yes
          fi
        }

        %sif [[ -n $differs ]]; then
          refuse %s
        fi
        if [[ $'\\n'$(<"$closure")$'\\n' != *$'\\n- Overall Result: **PASS**\\n'* \\
          || $(<"$comment") != *"$marker"* ]]; then
          refuse %s
        fi

        tool=${LOADTEST:-./loadtest}
        if [[ -f $tool && -x $tool ]]; then
          "$tool" verify --report-dir "$evidence" >&2 || refuse %s
        elif [[ -n ${LOADTEST:-} ]]; then
          refuse %s
        else
          printf '%%s\\n' %s
        fi

        """
        .formatted(
            quoted(words.say(ClosurePhrase.SCRIPT_NO_HASH)),
            files,
            quoted(
                words.say(
                    ClosurePhrase.SCRIPT_EVIDENCE,
                    VisibleText.of(OpenSteps.prepare(options, options.directory())))),
            quoted(words.say(ClosurePhrase.SCRIPT_VERDICT)),
            quoted(words.say(ClosurePhrase.SCRIPT_VERIFY)),
            quoted(words.say(ClosurePhrase.SCRIPT_NO_TOOL)),
            quoted(words.say(ClosurePhrase.SCRIPT_NO_VERIFY)));
  }

  private String close(int number, String seen) {
    return """
        if [[ %s == CLOSED* ]]; then
          printf '%%s\\n' %s
        else
          issue close %s
        fi
        """
        .formatted(seen, quoted(words.say(ClosurePhrase.SCRIPT_CLOSED) + " #" + number), number);
  }

  /** From the script to the report directory; nothing if it stands there. */
  private String toEvidence() {
    return options.evidence().isEmpty() ? "" : "/" + quoted(options.evidence());
  }

  private static String quoted(String word) {
    return ShellWords.join(List.of(word));
  }
}

package chatload.compare;

import chatload.tool.ExitCode;
import chatload.words.Phrase;

/** How a new run stands to an old one. */
public enum Judgement implements Phrase {
  /** Proven to be worse by no more than is tolerated. */
  NOT_WORSE(ExitCode.PASS),
  /** Proven to be worse by more than is tolerated. */
  WORSE(ExitCode.FAIL),
  /** Neither is proven, or there is nothing to compare with. */
  INCONCLUSIVE(ExitCode.INCONCLUSIVE);

  private final ExitCode exitCode;

  Judgement(ExitCode exitCode) {
    this.exitCode = exitCode;
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  @Override
  public String bundle() {
    return "compare";
  }
}

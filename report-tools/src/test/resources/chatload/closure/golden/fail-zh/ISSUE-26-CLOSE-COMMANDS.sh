#!/usr/bin/env bash
# loadtest run 20261123-080000-abc123
# shellcheck disable=SC2016,SC1111,SC1112
set -euo pipefail

printf '%s\n' '没有发表评论，也没有关闭任何 issue。' >&2
printf '%s\n' 'Overall Result: FAIL' >&2
printf '%s\n' '- 结论为 FAIL；只有 PASS 才能关单。' >&2
printf '%s\n' '- 未指明仓库，命令可能关闭其他仓库的 issue：请用 ./loadtest prepare --repo OWNER/NAME 指明。' >&2
printf '%s\n' '- 未完成（all-pass）：OVERVIEW.md 中所有场景均 PASS — 未 PASS：smoke FAIL, stress FAIL' >&2
printf '%s\n' '- 未完成（root-causes）：失败样本（若有）已按 traceId 定位根因 — 已定位 0 / 31 次失败的对话' >&2
printf '%s\n' '- 未完成（dependencies）：异常是否来自外部依赖（模型/数据库）已标注 — 已标注 0 / 31 次失败的对话；来自外部依赖（模型/数据库）：0' >&2
printf '%s\n' '- 未完成（tuning）：是否需要调整限流、并发、超时阈值已记录 — 尚无记录' >&2
printf '%s\n' '- smoke: 成功率 95% 低于阈值 100%（20 次对话成功 19 次，至少需要 20 次）' >&2
printf '%s\n' '- stress: 成功率 90% 低于阈值 95%（300 次对话成功 270 次，至少需要 285 次）' >&2
exit 4

#!/usr/bin/env bash
# loadtest run 20261123-080000-abc123
# shellcheck disable=SC2016,SC1111,SC1112
set -euo pipefail

printf '%s\n' '没有发表评论，也没有关闭任何 issue。' >&2
printf '%s\n' 'Overall Result: FAIL' >&2
printf '%s\n' '- 结论为 FAIL；只有 PASS 才能关单。' >&2
printf '%s\n' '- smoke: 成功率 95% 低于阈值 100%（20 次对话成功 19 次，至少需要 20 次）' >&2
printf '%s\n' '- stress: 成功率 90% 低于阈值 95%（300 次对话成功 270 次，至少需要 285 次）' >&2
exit 4

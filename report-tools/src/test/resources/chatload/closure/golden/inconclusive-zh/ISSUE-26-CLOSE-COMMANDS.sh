#!/usr/bin/env bash
# loadtest run 20261123-080000-abc123
# shellcheck disable=SC2016,SC1111,SC1112
set -euo pipefail

printf '%s\n' '没有发表评论，也没有关闭任何 issue。' >&2
printf '%s\n' 'Overall Result: INCONCLUSIVE' >&2
printf '%s\n' '- 结论为 INCONCLUSIVE；只有 PASS 才能关单。' >&2
printf '%s\n' '- stress: 未执行：raw/stress-run.json 与 raw/stress-chats.jsonl 均不存在' >&2
exit 5

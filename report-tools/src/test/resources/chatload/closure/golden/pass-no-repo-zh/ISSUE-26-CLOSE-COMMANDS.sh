#!/usr/bin/env bash
# loadtest run 20261123-080000-abc123
# shellcheck disable=SC2016,SC1111,SC1112
set -euo pipefail

printf '%s\n' '没有发表评论，也没有关闭任何 issue。' >&2
printf '%s\n' 'Overall Result: PASS' >&2
printf '%s\n' '- 未指明仓库，命令可能关闭其他仓库的 issue：请用 ./loadtest prepare --repo OWNER/NAME 指明。' >&2
exit 5

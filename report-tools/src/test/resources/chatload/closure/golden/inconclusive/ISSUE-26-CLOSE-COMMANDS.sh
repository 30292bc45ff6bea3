#!/usr/bin/env bash
# loadtest run 20261123-080000-abc123
# shellcheck disable=SC2016,SC1111,SC1112
set -euo pipefail

printf '%s\n' 'Nothing was posted and nothing was closed.' >&2
printf '%s\n' 'Overall Result: INCONCLUSIVE' >&2
printf '%s\n' '- The verdict is INCONCLUSIVE; only PASS closes anything.' >&2
printf '%s\n' '- stress: Not run: there is neither raw/stress-run.json nor raw/stress-chats.jsonl' >&2
exit 5

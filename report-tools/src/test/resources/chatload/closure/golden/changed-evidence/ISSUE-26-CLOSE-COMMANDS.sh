#!/usr/bin/env bash
# loadtest run 20261123-080000-abc123
# shellcheck disable=SC2016,SC1111,SC1112
set -euo pipefail

printf '%s\n' 'Nothing was posted and nothing was closed.' >&2
printf '%s\n' 'Overall Result: INCONCLUSIVE' >&2
printf '%s\n' '- The verdict is INCONCLUSIVE; only PASS closes anything.' >&2
printf '%s\n' '- Open (all-pass): Every scenario in OVERVIEW.md is PASS — not PASS: INCONCLUSIVE' >&2
printf '%s\n' '- Open (tuning): Recorded whether rate limit, concurrency or time limits are to be adjusted — nothing recorded yet' >&2
printf '%s\n' '- The directory is not in order: raw/smoke-chats.jsonl: its content is not what it was when the run ended' >&2
printf '%s\n' '- The evidence is not what manifest.json recorded when the run ended: raw/smoke-chats.jsonl: its content is not what it was when the run ended' >&2
exit 5

#!/usr/bin/env bash
# loadtest run mixed-f826f12fb62c394a
# shellcheck disable=SC2016,SC1111,SC1112
set -euo pipefail

printf '%s\n' 'Nothing was posted and nothing was closed.' >&2
printf '%s\n' 'Overall Result: INCONCLUSIVE' >&2
printf '%s\n' '- The verdict is INCONCLUSIVE; only PASS closes anything.' >&2
printf '%s\n' '- The runs share no usable run id, so no comment can name them.' >&2
printf '%s\n' '- Open (all-pass): Every scenario in OVERVIEW.md is PASS — not PASS: stress INCONCLUSIVE' >&2
printf '%s\n' '- Open (tuning): Recorded whether rate limit, concurrency or time limits are to be adjusted — nothing recorded yet' >&2
printf '%s\n' '- The directory is not in order: raw: The scenarios are not from one job: there are 2 different run ids' >&2
printf '%s\n' '- The directory is not in order: raw/stress-chats.jsonl: This run is not what was planned, runId differs (planned ≠ run): 20261123-080000-abc123 ≠ 20261122-080000-def456' >&2
printf '%s\n' '- The scenarios are not from one job: there are 2 different run ids' >&2
printf '%s\n' '- stress: This run is not what was planned, runId differs (planned ≠ run): 20261123-080000-abc123 ≠ 20261122-080000-def456' >&2
exit 5

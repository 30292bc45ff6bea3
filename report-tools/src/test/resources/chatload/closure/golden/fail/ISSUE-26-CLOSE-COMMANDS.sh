#!/usr/bin/env bash
# loadtest run 20261123-080000-abc123
# shellcheck disable=SC2016,SC1111,SC1112
set -euo pipefail

printf '%s\n' 'Nothing was posted and nothing was closed.' >&2
printf '%s\n' 'Overall Result: FAIL' >&2
printf '%s\n' '- The verdict is FAIL; only PASS closes anything.' >&2
printf '%s\n' '- No repository is named, so the commands could close issues of another one: name it with ./loadtest prepare --repo OWNER/NAME.' >&2
printf '%s\n' '- Open (all-pass): Every scenario in OVERVIEW.md is PASS — not PASS: smoke FAIL, stress FAIL' >&2
printf '%s\n' '- Open (root-causes): The root cause of every failed chat was found by its trace id — found for 0 of 31 failed chats' >&2
printf '%s\n' '- Open (dependencies): Recorded for every failed chat whether an external dependency (model, database) caused it — recorded for 0 of 31 failed chats; external (model, database): 0' >&2
printf '%s\n' '- Open (tuning): Recorded whether rate limit, concurrency or time limits are to be adjusted — nothing recorded yet' >&2
printf '%s\n' '- smoke: Success rate 95% is below the limit of 100% (19 of 20 chats OK, 20 needed)' >&2
printf '%s\n' '- stress: Success rate 90% is below the limit of 95% (270 of 300 chats OK, 285 needed)' >&2
exit 4

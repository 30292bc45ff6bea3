#!/usr/bin/env bash
# loadtest run 20261123-080000-abc123
# shellcheck disable=SC2016,SC1111,SC1112
set -euo pipefail

printf '%s\n' 'Nothing was posted and nothing was closed.' >&2
printf '%s\n' 'Overall Result: FAIL' >&2
printf '%s\n' '- The verdict is FAIL; only PASS closes anything.' >&2
printf '%s\n' '- Open (all-pass): Every scenario in OVERVIEW.md is PASS — not PASS: smoke FAIL' >&2
printf '%s\n' '- smoke: Success rate 95% is below the limit of 100% (19 of 20 chats OK, 20 needed)' >&2
exit 4

#!/usr/bin/env bash
# loadtest run 20261123-080000-abc123
# shellcheck disable=SC2016,SC1111,SC1112
set -euo pipefail

printf '%s\n' 'Nothing was posted and nothing was closed.' >&2
printf '%s\n' 'Overall Result: PASS' >&2
printf '%s\n' '- Embedded target: this can'\''t close anything (smoke, baseline, stress)' >&2
exit 5

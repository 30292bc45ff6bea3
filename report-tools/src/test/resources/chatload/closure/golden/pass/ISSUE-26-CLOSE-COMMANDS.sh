#!/usr/bin/env bash
# loadtest run 20261123-080000-abc123
# shellcheck disable=SC2016,SC1111,SC1112
set -euo pipefail

marker='loadtest run 20261123-080000-abc123'
here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
evidence=$here
closure=$evidence/ISSUE-26-CLOSURE.md
comment=$evidence/ISSUE-26-COMMENT.md

refuse() {
  printf '%s\n' "$1" 'Nothing was posted and nothing was closed.' >&2
  exit 5
}

sha256() {
  if command -v sha256sum >/dev/null 2>&1; then
    sha256sum "$@"
  else
    shasum -a 256 "$@"
  fi
}

if ! (cd -- "$evidence" && sha256 -c --quiet - >&2) <<'FILES'; then
(sha256)  ISSUE-26-CLOSURE.md
(sha256)  ISSUE-26-COMMENT.md
(sha256)  OVERVIEW.html
(sha256)  OVERVIEW.md
(sha256)  baseline-report.md
(sha256)  baseline-summary.json
(sha256)  gatling/othersimulation-1/simulation.log
(sha256)  manifest.json
(sha256)  preflight.json
(sha256)  raw/baseline-chats.jsonl
(sha256)  raw/baseline-run.json
(sha256)  raw/run-id
(sha256)  raw/smoke-chats.jsonl
(sha256)  raw/smoke-run.json
(sha256)  raw/stress-chats.jsonl
(sha256)  raw/stress-run.json
(sha256)  smoke-report.md
(sha256)  smoke-summary.json
(sha256)  stress-report.md
(sha256)  stress-summary.json
FILES
  refuse 'The evidence or a document is not what it was when this script was written (see above). Run ./loadtest verify, then ./loadtest prepare again.'
fi
if [[ -e $evidence/review.json ]]; then
  refuse 'The review was begun after this script was written. Run ./loadtest prepare again.'
fi
if ! grep -qxF -- '- Overall Result: **PASS**' "$closure" \
  || ! grep -qF -- "$marker" "$comment"; then
  refuse 'The closure does not say PASS.'
fi

tool=${LOADTEST:-./loadtest}
if [[ -f $tool && -x $tool ]]; then
  "$tool" verify --report-dir "$evidence" >&2 || refuse './loadtest verify found something (see above).'
elif [[ -n ${LOADTEST:-} ]]; then
  refuse 'LOADTEST names nothing that can be run.'
else
  printf '%s\n' 'Hashes are right. There is no ./loadtest here, so nothing was recomputed (LOADTEST=/path/to/loadtest says where it is).'
fi

if ! command -v gh >/dev/null 2>&1; then
  refuse 'There is no gh here: install the GitHub CLI, then gh auth login.'
fi
issue() {
  gh issue "$@" --repo octo/chat
}

seen=$(issue view 26 --json state,comments --jq '.state, .comments[].body')
if [[ $seen == *"$marker"* ]]; then
  printf '%s\n' 'already there: the comment on this run, on #26'
else
  issue comment 26 --body-file "$comment"
fi
if [[ $seen == CLOSED* ]]; then
  printf '%s\n' 'already closed: #26'
else
  issue close 26
fi
seen=$(issue view 7 --json state --jq .state)
if [[ $seen == CLOSED* ]]; then
  printf '%s\n' 'already closed: #7'
else
  issue close 7
fi
printf '%s\n' 'done: #26 and #7 are closed'

#!/usr/bin/env bash
# loadtest run 20261123-080000-abc123
# shellcheck disable=SC2016,SC1111,SC1112
set -euo pipefail

marker='loadtest run 20261123-080000-abc123'
here=${BASH_SOURCE[0]}
case $here in
  */*) here=${here%/*} ;;
  *) here=. ;;
esac
here=$(CDPATH='' cd -- "${here:-/}" && pwd -P)
evidence=$here
closure=$evidence/ISSUE-26-CLOSURE.md
comment=$evidence/ISSUE-26-COMMENT.md

refuse() {
  printf '%s\n' "$1" 'Nothing was posted and nothing was closed.' >&2
  exit 5
}

sha256() {
  if command -v sha256sum >/dev/null 2>&1; then
    sha256sum
  elif command -v shasum >/dev/null 2>&1; then
    shasum -a 256
  elif command -v openssl >/dev/null 2>&1; then
    openssl dgst -sha256 -r
  else
    refuse 'There is no sha256sum, shasum or openssl here to check files with.'
  fi
}
differs=
same() {
  local hash='' part=$2
  while [[ ! -L $evidence/$part && $part == */* ]]; do
    part=${part%/*}
  done
  if [[ ! -L $evidence/$part && -f $evidence/$2 && -r $evidence/$2 ]]; then
    hash=$(sha256 <"$evidence/$2")
  fi
  if [[ ${hash%% *} != "$1" ]]; then
    printf '%s\n' "$2" >&2
    differs=yes
  fi
}

same SHA256 ISSUE-26-CLOSURE.md
same SHA256 ISSUE-26-COMMENT.md
same SHA256 OVERVIEW.html
same SHA256 OVERVIEW.md
same SHA256 badge.json
same SHA256 baseline-report.md
same SHA256 baseline-summary.json
same SHA256 chats.csv
same SHA256 gatling/othersimulation-1/simulation.log
same SHA256 junit.xml
same SHA256 manifest.json
same SHA256 metrics.prom
same SHA256 preflight.json
same SHA256 raw/baseline-chats.jsonl
same SHA256 raw/baseline-run.json
same SHA256 raw/job.json
same SHA256 raw/run-id
same SHA256 raw/smoke-chats.jsonl
same SHA256 raw/smoke-run.json
same SHA256 raw/stress-chats.jsonl
same SHA256 raw/stress-run.json
same SHA256 review.json
same SHA256 smoke-report.md
same SHA256 smoke-summary.json
same SHA256 stress-report.md
same SHA256 stress-summary.json
if [[ -n $differs ]]; then
  refuse 'The evidence or a document is not what it was when this script was written (see above). Run ./loadtest verify, then ./loadtest prepare --report-dir loadtest-scenarios --repo octo/chat'
fi
if [[ $'\n'$(<"$closure")$'\n' != *$'\n- Overall Result: **PASS**\n'* \
  || $(<"$comment") != *"$marker"* ]]; then
  refuse 'The closure does not say PASS.'
fi

tool=${LOADTEST:-./loadtest}
if [[ -f $tool && -x $tool ]]; then
  "$tool" verify --report-dir "$evidence" >&2 || refuse './loadtest verify found something (see above).'
elif [[ -n ${LOADTEST:-} ]]; then
  refuse 'LOADTEST names nothing that can be executed.'
else
  printf '%s\n' 'The hashes match. There is no ./loadtest here, so nothing was recomputed (LOADTEST=/path/to/loadtest says where it is).'
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

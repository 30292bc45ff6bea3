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
  printf '%s\n' "$1" '没有发表评论，也没有关闭任何 issue。' >&2
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
    refuse '找不到 sha256sum、shasum 或 openssl，无法校验文件。'
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
  refuse '证据或文档与生成本脚本时不一致（见上）。请先运行 ./loadtest verify，再运行 ./loadtest prepare --report-dir loadtest-scenarios --repo octo/chat'
fi
if [[ $'\n'$(<"$closure")$'\n' != *$'\n- Overall Result: **PASS**\n'* \
  || $(<"$comment") != *"$marker"* ]]; then
  refuse '关单草稿的结论不是 PASS。'
fi

tool=${LOADTEST:-./loadtest}
if [[ -f $tool && -x $tool ]]; then
  "$tool" verify --report-dir "$evidence" >&2 || refuse './loadtest verify 发现问题（见上）。'
elif [[ -n ${LOADTEST:-} ]]; then
  refuse 'LOADTEST 指向的文件不可执行。'
else
  printf '%s\n' '哈希一致。此处没有 ./loadtest，因此没有重新计算（可用 LOADTEST=/path/to/loadtest 指明位置）。'
fi

if ! command -v gh >/dev/null 2>&1; then
  refuse '找不到 gh：请安装 GitHub CLI，然后 gh auth login。'
fi
issue() {
  gh issue "$@" --repo octo/chat
}

seen=$(issue view 26 --json state,comments --jq '.state, .comments[].body')
if [[ $seen == *"$marker"* ]]; then
  printf '%s\n' '#26 已有本次压测的评论'
else
  issue comment 26 --body-file "$comment"
fi
if [[ $seen == CLOSED* ]]; then
  printf '%s\n' '已关闭： #26'
else
  issue close 26
fi
seen=$(issue view 7 --json state --jq .state)
if [[ $seen == CLOSED* ]]; then
  printf '%s\n' '已关闭： #7'
else
  issue close 7
fi
printf '%s\n' '完成：#26 与 #7 已关闭'

#!/usr/bin/env bash
# loadtest run 20261123-080000-abc123
# shellcheck disable=SC2016,SC1111,SC1112
set -euo pipefail

printf '%s\n' '没有发表评论，也没有关闭任何 issue。' >&2
printf '%s\n' 'Overall Result: INCONCLUSIVE' >&2
printf '%s\n' '- 结论为 INCONCLUSIVE；只有 PASS 才能关单。' >&2
printf '%s\n' '- 未完成（variables）：以下环境变量已配置并生效：AUTH_JWT_SECRET、AUTH_TENANT_CLAIM、AUTH_USER_CLAIM、ALLOW_INSECURE_CONTEXT=0 — 未检查：没有 preflight.json' >&2
printf '%s\n' '- 未完成（health）：GET /api/health 返回 200 — 未检查：没有 preflight.json' >&2
printf '%s\n' '- 未完成（reports）：stress — 没有：未执行' >&2
printf '%s\n' '- 未完成（all-pass）：OVERVIEW.md 中所有场景均 PASS — 未 PASS：stress INCONCLUSIVE' >&2
printf '%s\n' '- 未完成（tuning）：是否需要调整限流、并发、超时阈值已记录 — 尚无记录' >&2
printf '%s\n' '- stress: 未执行：raw/stress-run.json 与 raw/stress-chats.jsonl 均不存在' >&2
exit 5

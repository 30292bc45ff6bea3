"""What each load tool makes of the streams of server.mjs; see bench/peers."""

import concurrent.futures
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

WHAT, DIR, URL = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
REQUESTS = 4
LIMIT_SECONDS = 3
STREAMS = (10, 100, 500)
ENVIRONMENT = {**os.environ, "AUTH_JWT_SECRET": "only-for-a-server-of-this-machine-0123456789"}


def run(name, command):
    """Runs a tool; what it prints goes to a file, for whoever wonders."""
    with open(DIR / (name + ".log"), "w", encoding="utf-8") as log:
        return subprocess.run(
            command, stdout=log, stderr=subprocess.STDOUT, env=ENVIRONMENT, timeout=300, check=False
        ).returncode


def prompts(key, count):
    path = DIR / f"{key}-{count}.jsonl"
    path.write_text((json.dumps({key: "How do trains run?"}) + "\n") * count, encoding="utf-8")
    return path


def guidellm(case, count=REQUESTS, streams=2, limit=LIMIT_SECONDS):
    """Requests that it calls successful, all, and the milliseconds to their first tokens."""
    name = f"guidellm-{case}-{streams}"
    out = DIR / (name + ".json")
    out.unlink(missing_ok=True)
    code = run(
        name,
        [
            DIR / "guidellm/bin/guidellm", "run",
            "--backend", f"kind=openai_http,target={URL}/{case},model=peer,timeout={limit}",
            "--profile", f"kind=concurrent,streams={streams}",
            "--constraint", f"kind=max_requests,count={count}",
            "--data", f"kind=json_file,path={prompts('prompt', count)}",
            "--output", f"kind=json,path={out}",
            "--disable-console",
        ],
    )
    if not out.exists():
        return None, code, []
    requests = json.loads(out.read_text())["benchmarks"][0]["requests"]
    good = requests["successful"]
    return len(good), code, [one["time_to_first_token_ms"] for one in good]


def aiperf(case, count=REQUESTS, streams=2, limit=LIMIT_SECONDS):
    name = f"aiperf-{case}-{streams}"
    out = DIR / name
    code = run(
        name,
        [
            DIR / "aiperf/bin/aiperf", "profile", "--model", "peer",
            "--endpoint-type", "chat", "--streaming", "--url", f"{URL}/{case}",
            "--tokenizer", DIR / "tokenizer", "--use-server-token-count",
            "--request-count", str(count), "--concurrency", str(streams),
            "--input-file", prompts("text", count), "--custom-dataset-type", "single_turn",
            "--request-timeout-seconds", str(limit), "--export-level", "records",
            "--ui", "none", "--artifact-dir", out,
        ],
    )
    records = out / "profile_export.jsonl"
    if not records.exists():
        return None, code, []
    good = [
        one["metrics"]
        for one in map(json.loads, records.read_text().splitlines())
        if not one.get("error")
    ]
    firsts = [one["time_to_first_token"]["value"] for one in good if "time_to_first_token" in one]
    return len(good), code, firsts


def chatload(case):
    """The outcome of the one chat of a probe."""
    name = f"chatload-{case}"
    code = run(
        name,
        ["./loadtest", "probe", "--url", f"{URL}/{case}/v1/chat/completions",
         "--protocol", "openai-chat", "--model", "peer"],
    )
    words = (DIR / (name + ".log")).read_text(encoding="utf-8").splitlines()
    outcomes = [line.split(":")[0] for line in words if line.split(":")[0].replace("_", "").isupper()]
    return outcomes[-1] if outcomes else "–", code


def scenario(streams):
    """The first tokens of as many chats, from the records that chatload seals."""
    name = f"chatload-{streams}"
    shutil.rmtree(DIR / name, ignore_errors=True)
    run(
        name,
        ["./loadtest", "scenarios", "--url", f"{URL}/timed/v1/chat/completions",
         "--protocol", "openai-chat", "--model", "peer", "--health", "none", "--skip-preflight",
         "--profiles", "stress", "--set", f"stress.concurrency={streams}",
         "--set", f"stress.requests={2 * streams}", "--report-dir", DIR / name],
    )
    lines = (DIR / name / "raw/stress-chats.jsonl").read_text().splitlines()
    return [one["firstTokenMs"] for one in map(json.loads, lines) if one["outcome"] == "OK"]


def said(result):
    good, code, firsts = result
    if good is None:
        return f"no result, exit {code}"
    first = "" if len(firsts) == good or good == 0 else ", no first token"
    return f"{good} of {REQUESTS} good{first}, exit {code}"


def fault(line):
    case, name = line.split("\t")
    outcome, code = chatload(case)
    row = f"| {name} | {outcome}, exit {code} | {said(guidellm(case))} | {said(aiperf(case))} |"
    print(row, flush=True)
    return row


def faults():
    lines = (DIR / "server").read_text(encoding="utf-8").splitlines()[1:]
    with concurrent.futures.ThreadPoolExecutor(3) as several:
        rows = list(several.map(fault, lines))
    return ["| The stream | chatload | guidellm | aiperf |", "|---|---|---|---|", *rows]


def share(values, part):
    return statistics.quantiles(values, n=100)[part - 1]


def times():
    """Both sides sorted: by rank, so that no tool has to say which request was which."""
    rows = ["| Streams | Tool | P50 error | P95 error | chats |", "|---:|---|---:|---:|---:|"]
    for streams in STREAMS:
        tools = {
            "chatload": lambda: scenario(streams),
            "guidellm": lambda: guidellm("timed", 2 * streams, streams, 30)[2],
            "aiperf": lambda: aiperf("timed", 2 * streams, streams, 30)[2],
        }
        for name, firsts_of in tools.items():
            journal = DIR / "journal.jsonl"
            journal.write_text("")
            firsts = firsts_of()
            truth = sorted(json.loads(one)["firstTextMs"] for one in journal.read_text().splitlines())
            if len(truth) != len(firsts) or not firsts:
                row = f"| {streams} | {name} | {len(firsts)} first tokens of {len(truth)} | | |"
            else:
                errors = [abs(a - b) for a, b in zip(sorted(firsts), truth)]
                row = (
                    f"| {streams} | {name} | {share(errors, 50):.1f} ms"
                    f" | {share(errors, 95):.1f} ms | {len(truth)} |"
                )
            print(row, flush=True)
            rows.append(row)
    return rows


parts = []
if WHAT in ("all", "faults"):
    parts.append(faults())
if WHAT in ("all", "times"):
    parts.append(times())
(DIR / f"peers-{WHAT}.md").write_text("\n\n".join("\n".join(rows) for rows in parts) + "\n", encoding="utf-8")

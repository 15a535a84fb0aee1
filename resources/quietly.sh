#!/usr/bin/env bash
# Sourced by the other scripts: say, fail and quietly.

say() { printf '%s\n' "$*" >&2; }
fail() { say "$@"; exit 1; }

# tell LABEL LOG  says LABEL after three seconds, then twice a minute the last line of LOG, while this script lives.
tell() {
    local second
    for ((second = 1; ; second++)); do
        sleep 1
        kill -0 $$ 2>/dev/null || return
        if ((second == 3)); then say "$1"; fi
        if ((second % 30 == 0)); then say "  $SECONDS s: $(tail -n 1 "$2" | tr -d '\r' | cut -c1-100)"; fi
    done
}

# quietly LABEL LOG COMMAND…  runs COMMAND with its output in LOG, and ends it when this script ends.
quietly() {
    local label=$1 log=$2 job teller code=0
    shift 2
    set -m # a process group for each, so that a kill reaches the whole of it
    "$@" >"$log" 2>&1 </dev/null &
    job=$!
    tell "$label" "$log" &
    teller=$!
    set +m
    # shellcheck disable=SC2064
    trap "kill -TERM -- -$job -$teller 2>/dev/null; wait $job 2>/dev/null || true" EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    wait "$job" || code=$?
    kill -TERM -- "-$teller" 2>/dev/null
    wait "$teller" 2>/dev/null || true
    trap - EXIT INT TERM HUP
    return "$code"
}

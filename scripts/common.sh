# What every word of build.sh uses: messages, steps with progress, retries. Sourced, not run.

say() { printf '%s\n' "$*" >&2; }

# fail MESSAGE [WHAT TO DO NEXT]
fail() {
    printf 'build.sh: %s\n' "$1" >&2
    if [ $# -gt 1 ]; then printf '  %s\n' "${@:2}" >&2; fi
    exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# retry TIMES COMMAND...: for what depends on the network.
retry() {
    local times=$1 attempt
    shift
    for ((attempt = 1; ; attempt++)); do
        "$@" && return 0
        [ "$attempt" -lt "$times" ] || return 1
        printf 'attempt %s of %s failed; trying again\n' "$attempt" "$times"
        sleep $((attempt * 3))
    done
}

# An array of "SECONDS NAME" lines, one for each step that ran; `steps_table` prints it.
steps_taken=()

# step NAME COMMAND...: runs the command with its output in target/logs/NAME.log. A line tells that it has begun, further
# lines that it goes on, and the last one how long it took; upon failure the telling lines of the log are shown.
step() {
    local name=$1 started=$SECONDS log status=0 watcher
    shift
    log=$(log_of "$name")
    mkdir -p "$logs"
    say "· $name …"
    watch_step "$name" "$started" &
    watcher=$!
    # A command in an `if` would run without `set -e`; a subshell of its own keeps it.
    set +e
    (set -e; "$@") >"$log" 2>&1 </dev/null
    status=$?
    set -e
    kill "$watcher" 2>/dev/null || true
    wait "$watcher" 2>/dev/null || true
    steps_taken+=("$((SECONDS - started)) $name")
    if [ "$status" -ne 0 ]; then
        say "✗ $name failed after $((SECONDS - started)) s"
        show_failure "$log"
        fail "$name failed" "The whole log: $log"
    fi
    say "✓ $name ($((SECONDS - started)) s)"
}

# What failed in a long run of tests stands far above its end.
show_failure() {
    {
        grep -nE 'FAILED|panicked at|^ *(not ok|✖)|^error' -A 4 "$1" | cut -c 1-300 | head -n 60 || true
        echo "… the end of the log:"
        tail -n 30 "$1" | cut -c 1-300
    } | sed 's/^/    /' >&2
}

log_of() { printf '%s/%s.log' "$logs" "${1//[^A-Za-z0-9._-]/-}"; }

watch_step() {
    local name=$1 started=$2
    trap 'kill $! 2>/dev/null; exit 0' TERM
    # It ends with build.sh, however that ends.
    while kill -0 $$ 2>/dev/null; do
        # In the background, so that the trap need not wait for it.
        sleep 20 >/dev/null 2>&1 &
        wait $!
        say "· $name … $((SECONDS - started)) s"
    done
}

steps_table() {
    say ""
    printf '%s\n' "${steps_taken[@]}" | awk '{ total += $1; seconds = $1; $1 = ""; printf "%6d s %s\n", seconds, $0 }
        END { printf "%6d s  in all\n", total }' >&2
}

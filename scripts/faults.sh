# The proving ground of the checks: seeded misconfigurations, the audit of one start state, mutated rules. Sourced, not run.

# word_faults [--seed N] [--explain]: the last line of the output has the figures.
# word_faults --extension: some of them once more in the extension, which must answer the same.
# word_faults plans [--seed N] [--count N]: random start states, each planned for, written and looked at again.
word_faults() {
    if [ "${1-}" = plans ]; then
        require_cargo
        step "compile the proving ground" cargo build --release -p waymark-faults --locked
        exec "$target/release/waymark-faults" "$@"
    fi
    build_faults
    [ "${1-}" != --extension ] || faults_in_extension
    exec "$target/debug/waymark-faults" run "$@"
}

faults_in_extension() {
    local folder="$target/faults"
    prepare_audits
    rm -rf "$folder"
    step "write seeded orgs" "$target/debug/waymark-faults" export --count 36 "$folder"
    exec node "$root/tests/journeys/faults.mjs" "$folder"
}

# word_audit --org FILE.json [--native]: the shipped checks on the org of a start state, in the extension; natively on request.
word_audit() {
    local file='' native='' usage="./build.sh audit --org FILE.json [--native]"
    while [ $# -gt 0 ]; do
        case $1 in
            --org)
                [ $# -gt 1 ] || fail "audit --org needs a file" "$usage"
                file=$2
                shift
                ;;
            --native) native=yes ;;
            *) fail "audit does not know '$1'" "$usage" ;;
        esac
        shift
    done
    [ -f "$file" ] || fail "audit needs the file of a start state" "$usage"
    build_faults
    if [ -n "$native" ]; then exec "$target/debug/waymark-faults" audit "$file"; fi
    prepare_audits
    exec node "$root/tests/journeys/audit.mjs" "$(realpath "$file")" "$("$target/debug/waymark-faults" wanted "$file")"
}

# word_mutants [--shard K/N]: changes the rules one place at a time; their unit tests must notice. Each K of 0 to N-1 is an even
# share over all files. The last line has the figures; what was missed stands above it, all in target/mutants.out/.
word_mutants() {
    local usage="./build.sh mutants [--shard K/N]" part=()
    if [ $# -gt 0 ]; then
        [[ $# -eq 2 && $1 = --shard && $2 =~ ^[0-9]+/[0-9]+$ ]] || fail "mutants does not know '$*'" "$usage"
        part=(--shard "$2" --sharding round-robin)
    fi
    require_cargo
    install_from_crates cargo-mutants "$CARGO_MUTANTS_VERSION" --locked
    # Without what debuggers need, and without the other tests, a mutant takes some seconds.
    export CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_TEST_DEBUG=0
    exec cargo mutants --package waymark-core --file 'src/core/src/check/**' --file 'src/core/src/plan/**' --no-shuffle \
        --cap-lints=true --output "$target" "${part[@]}" --cargo-arg=--lib --cargo-arg=--locked
}

# All that checks in the extension need.
prepare_audits() {
    setup_build
    find_chromium
    build_simulator
    build_extension shipping
    install_from_npm "$root/tests/journeys"
}

build_faults() {
    require_cargo
    step "compile the proving ground" cargo build -p waymark-faults --locked
}

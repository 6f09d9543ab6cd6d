# The proving ground of the checks: seeded misconfigurations, and the audit of one start state. Sourced, not run.

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
    step "write seeded orgs" "$target/debug/waymark-faults" export --count 30 "$folder"
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

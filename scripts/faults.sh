# The proving ground of the checks: seeded misconfigurations, and the audit of one start state. Sourced, not run.

# word_faults [--seed N] [--explain]: the last line of the output has the figures.
# word_faults plans [--seed N] [--count N]: random start states, each planned for, written and looked at again.
word_faults() {
    if [ "${1-}" = plans ]; then
        require_cargo
        step "compile the proving ground" cargo build --release -p waymark-faults --locked
        exec "$target/release/waymark-faults" "$@"
    fi
    build_faults
    exec "$target/debug/waymark-faults" run "$@"
}

# word_audit --org FILE.json [--native]: natively, which is the only way so far.
word_audit() {
    local file=
    while [ $# -gt 0 ]; do
        case $1 in
            --org)
                [ $# -gt 1 ] || fail "audit --org needs a file" "./build.sh audit --org FILE.json [--native]"
                file=$2
                shift
                ;;
            --native) ;;
            *) fail "audit does not know '$1'" "./build.sh audit --org FILE.json [--native]" ;;
        esac
        shift
    done
    [ -f "$file" ] || fail "audit needs the file of a start state" "./build.sh audit --org FILE.json [--native]"
    build_faults
    exec "$target/debug/waymark-faults" audit "$file"
}

build_faults() {
    require_cargo
    step "compile the proving ground" cargo build -p waymark-faults --locked
}

# Finding elements again after a page has changed: on pairs from real sites, and on the simulator's pages. Sourced, not run.

drift_pages=tests/drift/pages

# word_drift pairs DIR: the shipped weights; the last line of the output is JSON.
# word_drift learn DIR: learns the weights anew, leaving one site out for the figures.
# word_drift corpus [--seed N] [--pages N] [--explain] [--show NUMBER]: the corpus of changed pages; the last line has the figures.
# word_drift tune: learns what evidence for targets counts for, on corpora of other seeds than those that are reported on.
# word_drift harvest: takes the simulator's pages anew, of which the corpus is made.
word_drift() {
    local word=${1-}
    [ $# -eq 0 ] || shift
    case $word in
        pairs | learn) drift_on_sites "$word" "$@" ;;
        corpus)
            require_cargo
            step "compile the drift test" cargo build --release -p waymark-drift --locked
            exec "$target/release/waymark-drift" corpus "$drift_pages" extension/guides/jotform-salesforce.json "$@"
            ;;
        tune)
            require_cargo
            step "compile the drift test" cargo build --release -p waymark-drift --locked
            "$target/release/waymark-drift" tune "$drift_pages" extension/guides/jotform-salesforce.json \
                src/core/src/locate/target_weights.rs
            cargo fmt -p waymark-core
            ;;
        harvest)
            require_cargo_and_node
            find_chromium
            build_simulator
            install_from_npm "$root/tests/journeys"
            exec node tests/journeys/harvest.mjs "$drift_pages" "$@"
            ;;
        *) fail "drift does not know '$word'" "./build.sh drift pairs DIR | learn DIR | corpus [--seed N] [--pages N] [--explain] [--show NUMBER] | tune | harvest" ;;
    esac
}

drift_on_sites() {
    [ $# -eq 2 ] || fail "drift $1 needs to know on which folder" "./build.sh drift $1 DIR"
    [ -d "$2" ] || fail "$2 is not a folder"
    local folder
    folder=$(cd "$2" && pwd)
    require_cargo
    step "compile the drift test" cargo build --release -p waymark-drift --locked
    case $1 in
        pairs) exec "$target/release/waymark-drift" pairs "$folder" ;;
        learn)
            "$target/release/waymark-drift" learn "$folder" src/core/src/locate/weights.rs
            cargo fmt -p waymark-core
            ;;
    esac
}

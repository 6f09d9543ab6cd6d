# Finding elements again after a page has changed, on pairs from real sites. Sourced, not run.

# word_drift pairs DIR: the shipped weights; the last line of the output is JSON.
# word_drift learn DIR: learns the weights anew, leaving one site out for the figures.
word_drift() {
    [ $# -eq 2 ] || fail "drift needs to know what and on which folder" "./build.sh drift pairs|learn DIR"
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
        *) fail "drift does not know '$1'" "./build.sh drift pairs|learn DIR" ;;
    esac
}

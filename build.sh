#!/usr/bin/env bash
# Everything that is done with Waymark's sources; `./build.sh help` lists the words.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
case $target in /*) ;; *) target="$PWD/$target" ;; esac
logs="$target/logs"
cache="${XDG_CACHE_HOME:-$HOME/.cache}/waymark"
cd "$root"

. scripts/versions.env
. scripts/common.sh
. scripts/packages.sh
. scripts/toolchain.sh
. scripts/extension.sh
. scripts/package.sh
. scripts/browser.sh
. scripts/simulator.sh
. scripts/check.sh
. scripts/drift.sh
. scripts/faults.sh
. scripts/reader.sh
. scripts/gallery.sh

usage() {
    cat <<'TEXT'
usage: ./build.sh WORD [OPTION...]

  setup                 install what is missing (toolchain, tools, browser)
  build [chromium|firefox] [--fast]
                        make the unpacked extension dist/chromium, or dist/firefox; --fast: large and slow, but quickly compiled
  package [--any-toolchain]
                        what goes to the stores: a package for each browser, linted, the source archive and their sums, in dist/package;
                        made twice and compared, and looked through for what tells of this machine
  lint                  formatting, clippy on native code and WebAssembly, licences and sources of dependencies
  simulate [--port P] [--org FILE.json] [--seed N]
                        only the simulated org and account: one JSON line with port and host names, then serve
  size                  raw and gzip bytes of every artefact; fails when one is over its limit
  demo [--headless] [--paths] [--seed N]
                        play the whole journey in Chromium, a picture per step in target/demo/; headless, then count what
                        the same job takes by hand, guided, and with the plan applied (--paths: only that)
  test [native|browser|journeys|pages|firefox]
                        everything that CI runs, or one part of it: native tests, browser unit tests, end-to-end journeys, pages and
                        views by themselves, one journey in Firefox
  drift pairs DIR       find elements of older pages on newer ones, DIR/*.json (see tests/drift/src/corpus.rs); the
                        last line is JSON: pairs, and the shares that were best, acted upon, and acted upon wrongly
  drift learn DIR       learn the weights for that anew, and say how they do on sites that were left out
  drift corpus [--seed N] [--pages N] [--explain] [--show NUMBER]
                        find the guide's controls on pages of the simulator that have changed in many ways; the last line has
                        the figures; --explain: every answer that is not right, with what was answered and why; --show: only
                        write one page as HTML
  drift tune            learn from such pages of other seeds what the pieces of evidence for a control count for
  drift harvest         take the pages anew of which that corpus is made (tests/drift/pages)
  faults [--seed N] [--explain]
                        seed misconfigurations into simulated orgs, singly and in pairs, and count which the checks name;
                        orgs without any must stay without findings; the last line has the figures; --explain: what was
                        missed or said in vain, with what was answered
  faults --extension    36 such orgs in the extension: it answers what the checks answer without a browser
  faults plans [--seed N] [--count N]
                        100,000 random start states: what is said of access is what the org allows, the plan is written, and
                        afterwards nothing that a write could mend is wrong and a second plan is empty
  mutants [--shard K/N] change the rules of checks and plans one place at a time, and count which changes their unit tests notice
  audit --org FILE.json [--native]
                        the checks on the org and account of a start state, each answer as one line of JSON
  bench                 how long reading a large page takes in Chromium, in both forms of the engine and beside plain
                        JavaScript; how a guide follows a control that moves, and what it does while nothing happens
  conformance           names, roles, reach, placement and filling on all pages that were made for that; of these `test` takes a third
  firefox               all journeys in Firefox, of which `test` takes one; those that cannot be walked there say why
  access                accessibility (WCAG 2.2 AA) of every view of the panel and every state of the card, in every way that they can be shown;
                        of these `test` takes a sample
  shots [LANGUAGE...]   pictures of every view of the panel, every card and the whole journey, light and dark, and contact sheets of
                        them, in target/shots/
  help                  this text

Logs of all steps are in target/logs/. WAYMARK_CHROMIUM, WAYMARK_FIREFOX and CHROMEDRIVER name other programs than those of PATH.
TEXT
}

setup_build() {
    require_cargo_and_node
    if ! has cc && is_debian_root; then install_packages build-essential; fi
    has cc || fail "there is no C compiler, which Rust needs for linking" "Install one (Debian: apt-get install build-essential)."
    install_wasm_toolchain
    install_wasm_tools
}

word_setup() {
    setup_build
    find_chromium
    find_chromedriver
    find_firefox
    say "all is there"
}

# word_build [chromium|firefox...] [--fast]
word_build() {
    local profile=shipping option browsers=()
    for option in "$@"; do
        case $option in
            --fast) profile=dev ;;
            chromium | firefox) browsers+=("$option") ;;
            *) fail "build does not know '$option'" "./build.sh build [chromium|firefox] [--fast]" ;;
        esac
    done
    setup_build
    build_extension "$profile" "${browsers[@]}"
}

word=${1-help}
[ $# -eq 0 ] || shift
case $word in
    setup) word_setup ;;
    build) word_build "$@" ;;
    package) word_package "$@" ;;
    lint) word_lint ;;
    simulate) word_simulate "$@" ;;
    size) word_size ;;
    demo) word_demo "$@" ;;
    test) word_test "$@" ;;
    drift) word_drift "$@" ;;
    faults) word_faults "$@" ;;
    mutants) word_mutants "$@" ;;
    audit) word_audit "$@" ;;
    bench) word_bench ;;
    conformance) word_conformance ;;
    firefox) word_firefox ;;
    access) word_access ;;
    shots) word_shots "$@" ;;
    help | -h | --help) usage ;;
    *) usage >&2; fail "'$word' is not a word of build.sh" ;;
esac

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

usage() {
    cat <<'TEXT'
usage: ./build.sh WORD [OPTION...]

  setup                 install what is missing (toolchain, tools, browser)
  build [--fast]        make the unpacked extension dist/chromium; --fast: large and slow, but quickly compiled
  help                  this text
TEXT
}

setup_build() {
    require_cargo_and_node
    if ! has cc && is_debian_root; then install_packages build-essential; fi
    has cc || fail "there is no C compiler, which Rust needs for linking" "Install one (Debian: apt-get install build-essential)."
    install_wasm_toolchain
    install_wasm_tools
}

word_build() {
    local profile=shipping
    case ${1-} in
        "") ;;
        --fast) profile=dev ;;
        *) fail "build does not know '$1'" "./build.sh build [--fast]" ;;
    esac
    setup_build
    build_extension "$profile"
}

word=${1-help}
[ $# -eq 0 ] || shift
case $word in
    setup) setup_build ;;
    build) word_build "$@" ;;
    help | -h | --help) usage ;;
    *) usage >&2; fail "'$word' is not a word of build.sh" ;;
esac

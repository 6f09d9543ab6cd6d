# The words lint, size and test. Sourced, not run.

# The crates that are compiled to WebAssembly; those with tests that need a browser are named where they run.
wasm_crates=(-p waymark-web -p waymark-content -p waymark-background -p waymark-panel)

word_lint() {
    setup_build
    install_from_crates cargo-deny "$CARGO_DENY_VERSION" --locked
    step "cargo fmt" cargo fmt --all --check
    step "clippy, native" cargo clippy --workspace --all-targets --locked -- -D warnings
    step "clippy, WebAssembly" with_wasm_toolchain dev \
        cargo clippy "${wasm_crates[@]}" --target "$wasm_target" --lib --tests --locked -- -D warnings
    # Advisories need a database from the network and are asked for apart from this: cargo deny check advisories.
    step "cargo deny" cargo deny --locked check bans licenses sources
    if ! has shellcheck && is_debian_root; then install_packages shellcheck; fi
    if has shellcheck; then
        step "shellcheck" shellcheck build.sh .ci/run scripts/*.sh
    else
        say "  shellcheck is not installed; build.sh was not checked"
    fi
}

word_size() {
    word_build
    node tools/size.mjs dist/chromium
}

# word_test [native|browser|journeys|pages|firefox]: all of them, or one.
word_test() {
    local part parts=(native browser journeys pages firefox)
    if [ $# -gt 0 ]; then parts=("$@"); fi
    setup_build
    for part in "${parts[@]}"; do
        case $part in
            native) test_native ;;
            browser) test_in_browser ;;
            journeys) test_journeys ;;
            pages) test_pages ;;
            firefox) test_in_firefox ;;
            *) fail "test does not know '$part'" "./build.sh test [native|browser|journeys|pages|firefox]" ;;
        esac
    done
    steps_table
    say "all tests passed"
}

test_native() {
    build_simulator
    # One of the native tests runs the client jsforce.
    install_from_npm "$root/tests/simulator/jsforce"
    step "compile native tests" cargo test --workspace --locked --no-run
    step "native tests" cargo test --workspace --locked --no-fail-fast
    closing_lines "native tests"
    npm_tests tools
    npm_tests "$jotform_front"
}

test_in_browser() {
    find_chromium
    find_chromedriver
    step "compile browser unit tests" browser_unit_tests --no-run
    step "browser unit tests" browser_unit_tests
    closing_lines "browser unit tests"
    build_simulator
    build_reader dev
    install_from_npm "$root/tests/journeys"
    step "names and roles" npm run names --prefix tests/journeys
    closing_lines "names and roles"
}

test_journeys() {
    find_chromium
    build_simulator
    build_extension shipping
    step "size limits" node tools/size.mjs dist/chromium
    npm_tests tests/journeys
}

# Pages and views without a journey: accessibility, and a third of the conformance cases.
test_pages() {
    find_chromium
    build_simulator
    build_extension shipping
    install_from_npm "$root/tests/journeys"
    build_gallery
    step "accessibility" npm run access --prefix tests/journeys
    closing_lines "accessibility"
    # Its guides are packed by what build_extension has compiled.
    step "conformance" env WAYMARK_PACK="$target/debug/waymark-pack" npm run conformance --prefix tests/journeys
    closing_lines "conformance"
}

# word_conformance: all cases for reach, placement and filling, and names and roles on all their pages; `test` takes a third of them.
word_conformance() {
    setup_build
    find_chromium
    build_simulator
    build_extension shipping
    build_reader dev
    install_from_npm "$root/tests/journeys"
    export WAYMARK_CONFORMANCE=whole WAYMARK_PACK="$target/debug/waymark-pack"
    step "names and roles" npm run names --prefix tests/journeys
    closing_lines "names and roles"
    step "conformance" npm run conformance --prefix tests/journeys
    closing_lines "conformance"
}

# word_firefox: every journey in Firefox; those that are walked in Chromium only say why. `test` takes one of them.
word_firefox() {
    setup_build
    prepare_firefox
    step "journeys in Firefox" npm run firefox-all --prefix tests/journeys
    closing_lines "journeys in Firefox"
}

test_in_firefox() {
    prepare_firefox
    step "size limits in Firefox" node tools/size.mjs dist/firefox
    step "a journey in Firefox" npm run firefox --prefix tests/journeys
    closing_lines "a journey in Firefox"
}

prepare_firefox() {
    find_firefox
    build_simulator
    build_extension shipping firefox
    install_from_npm "$root/tests/journeys"
}

# npm_tests FOLDER: `npm test` there; WAYMARK_SIMULATOR, WAYMARK_DIST and WAYMARK_CHROMIUM name what it tests.
npm_tests() {
    install_from_npm "$root/$1"
    step "test $1" npm test --prefix "$1"
    closing_lines "test $1"
}

browser_unit_tests() {
    node -e 'console.log(JSON.stringify({ "goog:chromeOptions": { binary: process.env.WAYMARK_CHROMIUM,
        args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"] } }))' >"$target/webdriver.json"
    WASM_BINDGEN_TEST_WEBDRIVER_JSON="$target/webdriver.json" \
        CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
        with_wasm_toolchain dev cargo test -p waymark-web -p waymark-content --target "$wasm_target" --lib --tests --locked "$@"
}

# How many tests ran, from the log of a step: cargo's and node's closing lines.
closing_lines() {
    grep -hE '^(test result:|(ℹ|#) (tests|pass|fail) )' "$(log_of "$1")" | grep -v 'ok. 0 passed; 0 failed; 0 ignored' || true
}

# Chromium and its driver, and Firefox. Sourced, not run.

is_branded() { "$1" --version 2>/dev/null | grep -qE 'Google Chrome|Microsoft Edge'; }

# Sets and exports WAYMARK_CHROMIUM: the one that the caller named, else the one of PATH, else Debian's, installed.
find_chromium() {
    local name
    if [ -z "${WAYMARK_CHROMIUM-}" ]; then
        for name in chromium chromium-browser; do
            if has "$name"; then WAYMARK_CHROMIUM=$(command -v "$name"); break; fi
        done
    fi
    if [ -z "${WAYMARK_CHROMIUM-}" ] && is_debian_root; then
        install_packages chromium chromium-driver fonts-liberation
        WAYMARK_CHROMIUM=$(command -v chromium)
    fi
    [ -n "${WAYMARK_CHROMIUM-}" ] || fail_for_want_of_chromium
    has "$WAYMARK_CHROMIUM" || fail "WAYMARK_CHROMIUM=$WAYMARK_CHROMIUM cannot be run" "Let it name the Chromium program."
    if is_branded "$WAYMARK_CHROMIUM"; then
        fail "$WAYMARK_CHROMIUM is a branded browser; those ignore --load-extension" \
            "Install Chromium (Debian: apt-get install chromium) or let WAYMARK_CHROMIUM name one."
    fi
    export WAYMARK_CHROMIUM
}

fail_for_want_of_chromium() {
    local name
    for name in google-chrome google-chrome-stable microsoft-edge; do
        has "$name" || continue
        fail "only $name was found, and branded browsers ignore --load-extension" \
            "Install Chromium (Debian: apt-get install chromium) or let WAYMARK_CHROMIUM name one."
    done
    fail "there is no Chromium" "Install it (Debian: apt-get install chromium) or let WAYMARK_CHROMIUM name one."
}

# Sets and exports CHROMEDRIVER, which wasm-bindgen's test runner reads.
find_chromedriver() {
    if [ -z "${CHROMEDRIVER-}" ] && ! has chromedriver && is_debian_root; then install_packages chromium-driver; fi
    CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver || true)}
    [ -n "$CHROMEDRIVER" ] || fail "there is no chromedriver" \
        "Install the one of your Chromium (Debian: apt-get install chromium-driver) or let CHROMEDRIVER name it."
    export CHROMEDRIVER
}

# Sets and exports WAYMARK_FIREFOX: the one that the caller named, else the one of PATH, else Debian's, installed.
find_firefox() {
    local name
    if [ -z "${WAYMARK_FIREFOX-}" ]; then
        if ! has firefox-esr && ! has firefox && is_debian_root; then install_packages firefox-esr; fi
        for name in firefox-esr firefox; do
            if has "$name"; then WAYMARK_FIREFOX=$(command -v "$name"); break; fi
        done
    fi
    [ -n "${WAYMARK_FIREFOX-}" ] || fail "there is no Firefox" \
        "Install it (Debian: apt-get install firefox-esr) or let WAYMARK_FIREFOX name one."
    has "$WAYMARK_FIREFOX" || fail "WAYMARK_FIREFOX=$WAYMARK_FIREFOX cannot be run" "Let it name the Firefox program."
    export WAYMARK_FIREFOX
}

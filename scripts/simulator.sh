# The simulated org and account, the demonstration, and what they need. Sourced, not run.

jotform_front=tests/simulator/jotform/front

# The simulator's Jotform pages are built with React, and served from this bundle.
build_jotform_front() {
    install_from_npm "$root/$jotform_front"
    step "bundle $jotform_front" npm run build --prefix "$jotform_front"
}

# Sets and exports WAYMARK_SIMULATOR.
build_simulator() {
    build_jotform_front
    step "compile the simulator" cargo build -p waymark-simulator --locked
    export WAYMARK_SIMULATOR="$target/debug/waymark-simulator"
}

word_simulate() {
    require_cargo_and_node
    build_simulator
    exec "$WAYMARK_SIMULATOR" "$@"
}

word_demo() {
    local options=("$@")
    if ! has_display && [[ " $* " != *" --headless "* ]]; then options+=(--headless); fi
    setup_build
    find_chromium
    build_simulator
    build_extension shipping
    install_from_npm "$root/tests/journeys"
    exec node tests/journeys/demo.mjs "${options[@]}"
}

has_display() {
    [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] || [ "$(uname)" = Darwin ]
}

# The simulated org and account, the demonstration, and what they need. Sourced, not run.

jotform_front=tests/simulator/jotform/front

# The simulator's Jotform pages are built with React; the bundle is made anew only when a source is newer than it,
# because the Rust that carries it would be compiled again.
build_jotform_front() {
    local bundle="$root/$jotform_front/dist/builder.js"
    install_from_npm "$root/$jotform_front"
    if [ -f "$bundle" ] && [ -z "$(find "$jotform_front" -path '*/node_modules' -prune -o -path '*/dist' -prune -o \
        -type f -newer "$bundle" -print -quit)" ]; then return 0; fi
    step "bundle $jotform_front" npm run build --prefix "$jotform_front"
}

# Sets and exports WAYMARK_SIMULATOR.
build_simulator() {
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

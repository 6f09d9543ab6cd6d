# Reading as a module of its own, for the tests of names and the measurements. Sourced, not run.

# word_bench: how long reading takes in a real browser, in both forms, and how a guide behaves there. Never part of a test: other work on the machine changes it.
word_bench() {
    setup_build
    find_chromium
    build_reader shipping
    export WAYMARK_READER_PLAIN="$target/packages/shipping/reader-without-wasm"
    step "translate reader to JavaScript" translate_module examples/reader shipping "$WAYMARK_READER_PLAIN"
    install_from_npm "$root/tests/journeys"
    build_simulator
    build_extension shipping
    node tests/bench/speed.mjs
    node tests/bench/guide.mjs
}

# build_reader PROFILE: sets and exports WAYMARK_READER, the folder with reader.js and reader_bg.wasm.
build_reader() {
    export WAYMARK_READER="$target/packages/$1/reader"
    step "compile reader" compile_example reader "$1" "$WAYMARK_READER"
}

# compile_example NAME PROFILE FOLDER: an example of src/content, FOLDER/NAME.js and its module.
compile_example() {
    local name=$1 profile=$2 folder=$3 built=$2
    if [ "$profile" = dev ]; then built=debug; fi
    with_wasm_toolchain "$profile" cargo build --quiet -p waymark-content --example "$name" --target "$wasm_target" \
        --profile "$profile" --locked
    wasm-bindgen "$target/wasm/$wasm_target/$built/examples/$name.wasm" --target no-modules --no-typescript \
        --out-dir "$folder" --out-name "$name"
    if [ "$profile" = shipping ]; then
        optimise_module "$folder/${name}_bg.wasm"
    else
        # A quarter as large: it is compiled anew in each frame of hundreds of pages.
        "$root/tools/node_modules/.bin/wasm-opt" -O1 --strip-debug "$folder/${name}_bg.wasm" -o "$folder/${name}_bg.wasm"
    fi
}

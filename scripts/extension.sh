# From the crates to the unpacked extension in dist/. Sourced, not run.

# build_extension PROFILE [BROWSER...]: PROFILE is `shipping`, or `dev` for quick builds during development; for Chromium, where no
# browser is named. Sets and exports WAYMARK_DIST, and WAYMARK_DIST_FIREFOX for that.
build_extension() {
    local profile=$1 packages="$target/packages/$1" browser
    shift
    [ $# -gt 0 ] || set -- chromium
    step "compile background" compile_crate background web "$profile" "$packages"
    step "compile panel" compile_crate panel web "$profile" "$packages"
    step "compile content" compile_crate content no-modules "$profile" "$packages"
    step "translate content to JavaScript" translate_module waymark_content "$profile" "$packages/content-without-wasm"
    for browser in "$@"; do
        step "pack guides and words for $browser" cargo run --quiet --locked -p waymark-pack -- extension "$browser" "$packages/packed/$browser"
        step "assemble dist/$browser" node "$root/tools/assemble.mjs" "$browser" "$profile" "$packages" "$root/dist/$browser"
    done
    export WAYMARK_DIST="$root/dist/chromium" WAYMARK_DIST_FIREFOX="$root/dist/firefox"
}

# compile_crate NAME TARGET PROFILE FOLDER: FOLDER/NAME/waymark_NAME.js and its module, as small as they get.
compile_crate() {
    local name=$1 kind=$2 profile=$3 folder="$4/$1" options=()
    if [ "$profile" = dev ]; then options=(--dev); else options=(--profile "$profile"); fi
    # `force` is the only mode that does not run `rustup target add`; wasm-opt is run below instead, only when needed.
    with_wasm_toolchain "$profile" wasm-pack build "$root/src/$name" --mode force --target "$kind" "${options[@]}" \
        --no-opt --no-pack --no-typescript --out-dir "$folder" -- --locked
    rm -f "$folder/.gitignore"
    if [ "$profile" = shipping ]; then optimise_module "$folder/waymark_${name}_bg.wasm"; fi
}

# What makes a module smallest. Not inlining functions that have one caller leaves a module that is larger and yet, gzipped,
# 6 % smaller (measured with Binaryen 132 on the content script, in both of its forms).
smallest=(-Oz --one-caller-inline-max-function-size 0)
# Blocks laid out anew from flat code leave 0.4 % less still; not tried for the translation to JavaScript, which has bytes to spare.
smallest_module=(--flatten --rereloop "${smallest[@]}" --converge --reorder-locals)

# Takes up to a minute per module, hence not repeated for a module that has not changed.
optimise_module() {
    local module=$1 from="${1%.wasm}.compiled" to="${1%.wasm}.optimised"
    if ! [ -f "$to" ] || ! cmp -s "$module" "$from"; then
        cp "$module" "$from"
        "$root/tools/node_modules/.bin/wasm-opt" "${smallest_module[@]}" "$module" -o "$to.part"
        mv "$to.part" "$to"
    fi
    cp "$to" "$module"
}

# translate_module MODULE PROFILE FOLDER: from the same compilation, MODULE.wasm in plain JavaScript and the glue for it. wasm2js knows WebAssembly's first version only, so what the compiler used of later ones is expressed otherwise;
# wasm-bindgen must not see either that it was used, or it brings some of it in again.
translate_module() {
    local module=$1 name=${1##*/} profile=$2 folder=$3 bin="$root/tools/node_modules/.bin" options=("${smallest[@]}") built=$2 compiled
    if [ "$profile" = dev ]; then built=debug options=(-O0); fi
    compiled="$target/wasm/$wasm_target/$built/$module.wasm"
    if cmp -s "$compiled" "$folder/compiled.wasm"; then return 0; fi
    rm -rf "$folder"
    mkdir -p "$folder"
    "$bin/wasm-opt" -g --signext-lowering --llvm-memory-copy-fill-lowering --llvm-nontrapping-fptoint-lowering \
        --strip-target-features "$compiled" -o "$folder/lowered.wasm"
    "$bin/wasm-opt" -g --mvp-features --enable-mutable-globals --emit-target-features \
        "$folder/lowered.wasm" -o "$folder/lowered.wasm"
    wasm-bindgen "$folder/lowered.wasm" --target bundler --no-typescript --out-dir "$folder" --out-name "$name"
    "$bin/wasm2js" "${options[@]}" "$folder/${name}_bg.wasm" -o "$folder/${name}_bg.wasm.js"
    cp "$compiled" "$folder/compiled.wasm"
}

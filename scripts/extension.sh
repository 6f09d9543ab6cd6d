# From the crates to the unpacked extension in dist/. Sourced, not run.

# build_extension PROFILE: PROFILE is `shipping`, or `dev` for quick builds during development. Sets and exports
# WAYMARK_DIST.
build_extension() {
    local profile=$1 packages="$target/packages/$1"
    step "compile background" compile_crate background web "$profile" "$packages"
    step "compile panel" compile_crate panel web "$profile" "$packages"
    step "compile content" compile_crate content no-modules "$profile" "$packages"
    step "pack the guides" cargo run --quiet --locked -p waymark-pack -- extension/guides "$packages/guides"
    step "assemble dist/chromium" node "$root/tools/assemble.mjs" chromium "$packages" "$root/dist/chromium"
    export WAYMARK_DIST="$root/dist/chromium"
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

# Takes seconds per module, hence not repeated for a module that has not changed. Not inlining functions that have one
# caller leaves a module that is larger and yet, gzipped, 6 % smaller (measured with Binaryen 132 on the content script).
optimise_module() {
    local module=$1 from="${1%.wasm}.compiled" to="${1%.wasm}.optimised"
    if ! [ -f "$to" ] || ! cmp -s "$module" "$from"; then
        cp "$module" "$from"
        "$root/tools/node_modules/.bin/wasm-opt" -Oz --one-caller-inline-max-function-size 0 "$module" -o "$to.part"
        mv "$to.part" "$to"
    fi
    cp "$to" "$module"
}

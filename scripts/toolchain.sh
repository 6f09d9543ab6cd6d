# The Rust toolchain that compiles to WebAssembly, and the tools around it. Sourced, not run.
#
# In this order: a wasm32 target that is already installed; Debian's rustc-web, which builds the standard library from
# source; `rustup target add`. Native code is always built by the `cargo` of PATH.

wasm_target=wasm32-unknown-unknown
debian_wasm_packages=(rustc-web cargo-web rust-web-src rust-web-clippy lld)

require_cargo() {
    has cargo || fail "there is no cargo" "Install Rust with rustup (https://rustup.rs), then run this again."
}

require_cargo_and_node() {
    require_cargo
    has npm || fail "there is no npm" "Install Node.js 20 or newer with npm, then run this again."
    local major
    major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
    [ "$major" -ge 20 ] || fail "Node.js $(node --version) is too old" "Install Node.js 20 or newer, then run this again."
}

# rustc knows the folder of any target; the target is installed when the core library is in it.
wasm_target_installed() {
    compgen -G "$(rustc --print target-libdir --target $wasm_target 2>/dev/null)/libcore-*.rlib" >/dev/null
}

debian_toolchain_installed() {
    local package
    has dpkg-query || return 1
    for package in "${debian_wasm_packages[@]}"; do package_installed "$package" || return 1; done
}

# Which of the three ways is open now without installing anything: `target`, `debian`, or nothing.
wasm_toolchain() {
    if wasm_target_installed; then echo target; elif debian_toolchain_installed; then echo debian; fi
}

install_wasm_toolchain() {
    [ -z "$(wasm_toolchain)" ] || return 0
    if is_debian_root; then
        refresh_package_lists
        local offered
        offered=$(package_candidate rustc-web)
        if [ -n "$offered" ] && version_at_least "$offered" "$RUSTC_WEB_AT_LEAST"; then
            install_packages "${debian_wasm_packages[@]}"
            return 0
        fi
    fi
    has rustup || fail "there is no way to compile to WebAssembly" \
        "Install Rust with rustup (https://rustup.rs), or the target $wasm_target of your Rust, then run this again."
    step "rustup target add $wasm_target" retry 2 rustup target add $wasm_target
    wasm_target_installed || fail "rustup added $wasm_target, but the rustc of PATH does not see it" \
        "Make rustup's rustc the first in PATH (which rustc), then run this again."
}

wasm_bindgen_version() {
    awk '/^name = "wasm-bindgen"$/ { found = 1 } found && /^version/ { gsub(/"/, ""); print $3; exit }' "$root/Cargo.lock"
}

# The locked form of wasm-bindgen-cli names a dependency that some registries lack, hence the difference.
install_wasm_tools() {
    install_from_crates wasm-pack "$WASM_PACK_VERSION" --locked
    install_from_crates wasm-bindgen-cli "$(wasm_bindgen_version)"
    install_from_npm "$root/tools"
}

# with_wasm_toolchain PROFILE COMMAND...: runs a command (in this shell's subshell) whose `cargo` compiles to WebAssembly.
# PROFILE `shipping` also shrinks the standard library and drops the texts of panics, which ours never raise, where it
# is built from source, and leaves no folder of this machine in what it makes.
with_wasm_toolchain() (
    profile=$1
    shift
    export CARGO_TARGET_DIR="$target/wasm"
    flags=()
    if [ "$profile" = shipping ]; then
        # Of several that fit, the compiler takes the last one.
        flags=("--remap-path-prefix=$HOME=/home" "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo" "--remap-path-prefix=$root=/waymark")
    fi
    if [ "$(wasm_toolchain)" = debian ]; then
        export PATH="/usr/bin:$PATH"
        unset RUSTUP_TOOLCHAIN RUSTC CARGO
        # Building the standard library is an unstable feature of cargo.
        export RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld
        if [ "$profile" = shipping ]; then
            export CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
            export CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT=true CARGO_PROFILE_SHIPPING_PANIC=immediate-abort
            flags+=("--remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust=/rust" -Zlocation-detail=none -Zfmt-debug=none)
        else
            export CARGO_UNSTABLE_BUILD_STD=std,panic_abort,test
        fi
    fi
    # Folders may have spaces in their names: the flags stand between separators of their own.
    if [ ${#flags[@]} -gt 0 ]; then export CARGO_ENCODED_RUSTFLAGS && CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && printf '%s' "${flags[*]}"); fi
    "$@"
)

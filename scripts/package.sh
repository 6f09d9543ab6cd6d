# What goes to the stores. Sourced, not run.

# The browsers that have a manifest.
browsers() {
    local manifest name
    for manifest in extension/manifest.*.json; do
        name=${manifest#extension/manifest.}
        name=${name%.json}
        [ "$name" = base ] || echo "$name"
    done
}

# word_package [--any-toolchain]: dist/package with a package for each browser, the source archive and their sums.
word_package() {
    case ${1-} in
        "" | --any-toolchain) ;;
        *) fail "package does not know '$1'" "./build.sh package [--any-toolchain]" ;;
    esac
    setup_build
    [ "${1-}" = --any-toolchain ] || require_toolchain_of_packages
    local names
    mapfile -t names < <(browsers)
    build_extension shipping "${names[@]}"
    make_packages
    say "$(cat dist/package/SHA256SUMS)"
}

# What is shipped can be made again, byte by byte, with one compiler only.
require_toolchain_of_packages() {
    local is
    is=$(with_wasm_toolchain shipping rustc --version | cut -d' ' -f1-2)
    [ "$(wasm_toolchain) $is" = "$PACKAGES_TOOLCHAIN" ] || fail \
        "packages are made with '$PACKAGES_TOOLCHAIN' (scripts/versions.env), and this is '$(wasm_toolchain) $is'" \
        "./build.sh package --any-toolchain makes them nevertheless; their bytes will be others."
}

# From what build_extension has compiled. Everything after the compilation is done twice, the second time in another time zone, and must
# come out the same.
make_packages() {
    local browsers again="$target/again"
    mapfile -t browsers < <(browsers)
    install_from_npm "$root/tools/web-ext"
    step "assemble for the stores" assemble_all "$root/dist" "${browsers[@]}"
    step "lint for the stores" lint_all "${browsers[@]}"
    step "package" node tools/package.mjs dist dist/package "${browsers[@]}"
    step "assemble once more" elsewhere assemble_all "$again" "${browsers[@]}"
    step "package once more" elsewhere node tools/package.mjs "$again" "$again/package" "${browsers[@]}"
    step "compare both" diff -r dist/package "$again/package"
    step "look for traces of this machine" look_for_traces
}

# elsewhere COMMAND...: as if it was another place and day.
elsewhere() (
    export TZ=Asia/Kathmandu
    "$@"
)

# assemble_all FOLDER BROWSER...
assemble_all() {
    local folder=$1 browser
    shift
    for browser in "$@"; do
        node "$root/tools/assemble.mjs" "$browser" shipping "$target/packages/shipping" "$folder/$browser"
    done
}

lint_all() {
    local browser
    for browser in "$@"; do node tools/lint-package.mjs "$browser" "dist/$browser"; done
}

look_for_traces() {
    local packages
    mapfile -t packages < <(compgen -G 'dist/package/*.zip'; compgen -G 'dist/package/*.xpi')
    node tools/traces.mjs "${packages[@]}"
}

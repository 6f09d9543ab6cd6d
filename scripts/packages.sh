# Debian packages, command-line tools from crates.io, and npm packages: each installed once. Sourced, not run.

is_debian_root() {
    [ "$(id -u)" -eq 0 ] && has apt-get && grep -qsE '^(ID|ID_LIKE)=.*debian' /etc/os-release
}

package_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# The version that apt would install, without epoch and revision; empty when there is none.
package_candidate() {
    LC_ALL=C apt-cache policy "$1" 2>/dev/null | awk '/Candidate:/ && $2 != "(none)" { sub(/^[0-9]+:/, "", $2); sub(/[+~-].*/, "", $2); print $2 }'
}

version_at_least() {
    [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]
}

# Once per run, and only when something is to be installed: what the lists of a new machine offer may be old or partial.
refresh_package_lists() {
    [ -z "${package_lists_refreshed-}" ] || return 0
    step "apt-get update" retry 3 apt-get update -q
    package_lists_refreshed=yes
}

# install_packages PACKAGE...: as root on Debian; does nothing when all are there.
install_packages() {
    local package missing=()
    for package in "$@"; do package_installed "$package" || missing+=("$package"); done
    [ ${#missing[@]} -gt 0 ] || return 0
    refresh_package_lists
    step "apt-get install ${missing[*]}" retry 3 env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# install_from_crates NAME VERSION [OPTION...]: into a folder of its own in the cache, once per version.
install_from_crates() {
    local name=$1 version=$2 folder="$cache/$1-$2"
    shift 2
    if [ ! -f "$folder/.crates.toml" ]; then
        rm -rf "$folder.part"
        step "cargo install $name $version" retry 2 cargo install "$name" --version "$version" --root "$folder.part" "$@"
        rm -rf "$folder"
        mv "$folder.part" "$folder"
    fi
    PATH="$folder/bin:$PATH"
}

# install_from_npm FOLDER: `npm ci`, once per lock file.
install_from_npm() {
    local folder=$1 stamp="$1/node_modules/.waymark-lock"
    [ -f "$folder/package-lock.json" ] || fail "$folder/package-lock.json is missing" "Restore it: git checkout -- $folder"
    cmp -s "$folder/package-lock.json" "$stamp" && return 0
    step "npm ci in ${folder#"$root/"}" retry 3 npm ci --prefix "$folder" --no-audit --no-fund
    cp "$folder/package-lock.json" "$stamp"
}

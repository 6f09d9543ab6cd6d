# The card and the panel without a guide: what there is to look at, and what looks at it. Sourced, not run.

# build_gallery: sets and exports WAYMARK_GALLERY, which writes every view of the panel and every state of the card, and
# WAYMARK_GALLERY_CARD, the folder with the card's own code in a module of its own.
build_gallery() {
    step "compile gallery" cargo build --locked -p waymark-gallery
    export WAYMARK_GALLERY="$target/debug/waymark-gallery" WAYMARK_GALLERY_CARD="$target/packages/dev/gallery"
    step "compile card" compile_example gallery dev "$WAYMARK_GALLERY_CARD"
}

# word_shots: pictures of every view of the panel, every card and the whole journey, in target/shots/.
word_shots() {
    prepare_views
    node tests/journeys/shots.mjs "$@"
}

# word_access: accessibility of every view of the panel and of every card, whole.
word_access() {
    prepare_views
    step "accessibility" env WAYMARK_ACCESS=whole npm run access --prefix tests/journeys
    closing_lines accessibility
}

prepare_views() {
    setup_build
    find_chromium
    build_simulator
    build_extension shipping
    build_gallery
    install_from_npm "$root/tests/journeys"
}

//! What runs in every frame of a guided page: observe, locate, point, fill.

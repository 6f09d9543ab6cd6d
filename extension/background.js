import init from "./background/waymark_background.js";

init();

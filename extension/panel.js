import "./focus.js";
import init from "./panel/waymark_panel.js";

init();

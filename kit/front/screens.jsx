// The page of a screen without a kernel: console, wall, table or results, by the role that the page names.
import { openPage, whoOf } from "./host/page.js";
import results from "./screens/results.jsx";
import team from "./screens/team.jsx";
import trainer from "./screens/trainer.jsx";
import wall from "./screens/wall.jsx";

const SCREENS = /** @type {Record<string, import("./host/types.js").ScreenModule>} */ ({
  trainer,
  wall,
  team,
  results,
});

const el = document.getElementById("app");
const screen = SCREENS[el?.dataset.role ?? ""];
if (el && screen) screen.render({ model: openPage(whoOf(el)), el });

// The wall: what a projector shows to the whole room.
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon, StatusLine, screen, useScreen } from "../ui/index.js";
import { Stage } from "./wall/stage.jsx";

const STORED = "leefkit:wall-theme";

/** Light or dark, and the whole screen: out of sight until someone is at the wall's own laptop. */
function Tools() {
  const { theme, setTheme, t } = /** @type {any} */ (useScreen());
  const [full, see] = useState(false);
  const here = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => {
    const stored = localStorage.getItem(STORED);
    if (stored === "light" || stored === "dark") setTheme(stored);
    const changed = () => see(document.fullscreenElement != null);
    document.addEventListener("fullscreenchange", changed);
    return () => document.removeEventListener("fullscreenchange", changed);
  }, [setTheme]);
  const other = theme === "dark" ? "light" : "dark";
  const look = () => {
    localStorage.setItem(STORED, other);
    setTheme(other);
  };
  const fill = () => {
    if (full) document.exitFullscreen();
    else here.current?.closest(".leefkit")?.requestFullscreen();
  };
  return (
    <div class="wall-tools" ref={here}>
      <button type="button" onClick={look}>
        <Icon
          name={other === "dark" ? "moon" : "sun"}
          label={other === "dark" ? t("Make the wall dark") : t("Make the wall light")}
        />
      </button>
      {document.fullscreenEnabled && (
        <button type="button" onClick={fill}>
          <Icon name="screen" label={full ? t("Leave full screen") : t("Show on the full screen")} />
        </button>
      )}
    </div>
  );
}

function Wall() {
  const { status } = useScreen();
  return (
    <main class="wall">
      <div class="wall-stage">
        <Stage />
        <Tools />
        {status && status !== "connected" && (
          <div class="wall-status">
            <StatusLine />
          </div>
        )}
      </div>
    </main>
  );
}

export default screen("wall", Wall);

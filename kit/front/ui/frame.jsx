import { render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Guard } from "./guard.jsx";
import { Screen, useModel } from "./model.js";
import { Toasts } from "./toast.jsx";
import "../tokens.css";
import "./base.css";
import "./parts.css";
import "./news.css";

const DARK = "(prefers-color-scheme: dark)";

/** JupyterLab has a theme of its own, which a cell should not stand out from; elsewhere the device decides. */
function prefersDark() {
  const { jpThemeLight, voila } = document.body.dataset;
  return jpThemeLight && !voila ? jpThemeLight === "false" : matchMedia(DARK).matches;
}

/**
 * What the device prefers, until `set` chooses; null gives the choice back to the device.
 *
 * @returns {import("./model.js").Look}
 */
function useTheme() {
  const [dark, see] = useState(prefersDark);
  const [chosen, set] = useState(/** @type {"light" | "dark" | null} */ (null));
  useEffect(() => {
    const query = matchMedia(DARK);
    const changed = () => see(prefersDark());
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, []);
  const theme = chosen ?? (dark ? "dark" : "light");
  return useMemo(() => ({ theme, setTheme: set }), [theme]);
}

/**
 * The root of every screen: root class, language, light or dark, toasts, and the model for all that is inside.
 *
 * @param {{ model: import("../host/types.js").Model, name: string, children?: import("preact").ComponentChildren }} props
 */
export function Frame({ model, name, children }) {
  const screen = useModel(model);
  const look = useTheme();
  const value = useMemo(() => ({ ...screen, ...look }), [screen, look]);
  return (
    <Screen.Provider value={value}>
      <div class="leefkit" lang={screen.lang} data-theme={look.theme} data-screen={name}>
        <Toasts model={model} close={screen.t("Close message")}>
          <Guard news={screen} t={screen.t}>
            {children}
          </Guard>
        </Toasts>
      </div>
    </Screen.Provider>
  );
}

/**
 * Make a screen of a component: the anywidget front-end module shape.
 *
 * @param {string} name as it stands in `data-screen`
 * @param {import("preact").FunctionComponent} Component takes no props; it calls useScreen()
 * @returns {import("../host/types.js").ScreenModule}
 */
export function screen(name, Component) {
  return {
    render({ model, el }) {
      render(
        <Frame model={model} name={name}>
          <Component />
        </Frame>,
        el,
      );
      return () => render(null, el);
    },
  };
}

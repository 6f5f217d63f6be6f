import { useEffect, useState } from "preact/hooks";
import { Button } from "./button.jsx";
import { useScreen } from "./model.js";

/**
 * A component that is fetched when it is first shown.
 *
 * @param {() => Promise<import("preact").ComponentType<any>>} load
 * @returns {import("preact").FunctionComponent<any>}
 */
export function later(load) {
  /** @type {import("preact").ComponentType<any> | null} */
  let found = null;
  return function Later(props) {
    const [Shown, show] = useState(() => found);
    const [failed, fail] = useState(false);
    useEffect(() => {
      if (found) return;
      const keep = (/** @type {import("preact").ComponentType<any>} */ component) => {
        found = component;
        show(() => component);
      };
      load().then(keep, () => fail(true));
    }, []);
    if (Shown) return <Shown {...props} />;
    return <Waiting failed={failed} />;
  };
}

/** @param {{ failed: boolean }} props */
function Waiting({ failed }) {
  const { t } = useScreen();
  if (!failed) return <p class="phone-wait">{t("Loading…")}</p>;
  // A browser doesn't ask again for a module that failed; what was written is kept on the phone.
  return (
    <div class="stack">
      <p>{t("This part did not come in. Load the page again; nothing you wrote is lost.")}</p>
      <Button kind="primary" onClick={() => location.reload()}>
        {t("Load again")}
      </Button>
    </div>
  );
}

import { useEffect, useState } from "preact/hooks";
import { useScreen } from "../../ui/index.js";

/** Addresses of pictures that were fetched on this page, so that each is fetched once. */
const FETCHED = /** @type {Map<string, Promise<import("../../host/types.js").Outcome | void>>} */ (new Map());

/**
 * The address of a picture in the workshop file: null while it comes, empty when it can't be had. `reachable` is false
 * where no server runs that could send it.
 *
 * @param {string | null} name none is fetched while there is no name
 */
export function usePicture(name) {
  const { model } = useScreen();
  const [url, show] = useState(/** @type {string | null} */ (null));
  const reachable = Boolean(model.get("photos"));
  useEffect(() => {
    let here = true;
    if (!name || !reachable) return undefined;
    // Of the model itself: what the room sees is shown on the console too, where nothing can be sent from it.
    const asked = FETCHED.get(name) ?? Promise.resolve(model.send({ kind: "picture", photo: name }));
    FETCHED.set(name, asked);
    asked.then((outcome) => {
      if (!outcome?.ok) FETCHED.delete(name); // it may be there the next time
      if (here) show(outcome?.ok ? (outcome.url ?? "") : "");
    });
    return () => {
      here = false;
    };
  }, [name, reachable, model]);
  return { url, reachable };
}

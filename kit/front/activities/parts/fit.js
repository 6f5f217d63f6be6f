import { useLayoutEffect, useRef, useState } from "preact/hooks";

/**
 * How many rows fit: begins with all of them and leaves rows out until the box no longer overflows. Looks again when
 * the room for them, or `known`, changes.
 *
 * @param {number} most
 * @param {string} known what the rows say
 * @returns {[{ current: HTMLDivElement | null }, number]} the box to measure, and the number of rows
 */
export function useFit(most, known) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [rows, set] = useState(most);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are to be measured again
  useLayoutEffect(() => {
    const at = box.current;
    if (!at) return undefined;
    let size = "";
    const watch = new ResizeObserver(() => {
      const now = `${at.clientWidth}x${at.clientHeight}`;
      if (now !== size) set(most);
      size = now;
    });
    watch.observe(at);
    set(most);
    return () => watch.disconnect();
  }, [most, known]);
  useLayoutEffect(() => {
    const at = box.current;
    if (at && rows > 1 && at.clientHeight > 0 && at.scrollHeight > at.clientHeight + 1) set(rows - 1);
  });
  return [box, rows];
}

import { useEffect } from "preact/hooks";

/**
 * Where an on-screen keyboard covers the page instead of making it smaller, tell the styles by how much, so that what
 * sticks to the bottom stays above it.
 *
 * @param {import("preact").RefObject<HTMLElement | null>} element
 */
export function useKeyboard(element) {
  useEffect(() => {
    const seen = window.visualViewport;
    if (!seen) return undefined;
    const measure = () => {
      const covered = window.innerHeight - seen.height - seen.offsetTop;
      // Someone who zooms in also sees less of the page; then there is nothing to make up for.
      const keyboard = seen.scale > 1.01 ? 0 : Math.max(0, Math.round(covered));
      element.current?.style.setProperty("--leefkit-keyboard", `${keyboard}px`);
    };
    seen.addEventListener("resize", measure);
    seen.addEventListener("scroll", measure);
    return () => {
      seen.removeEventListener("resize", measure);
      seen.removeEventListener("scroll", measure);
    };
  }, [element]);
}

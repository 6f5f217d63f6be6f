// On paper everything is unfolded, and dark is light.
import { useEffect } from "preact/hooks";

/** What is folded away for lack of room; tables behind figures stay folded, because they are files of their own. */
const FOLDED = ".res-fold:not([open]), .chart:not([open])";

/**
 * Make the results ready for paper while they are printed.
 *
 * @param {{ current: HTMLElement | null }} page
 */
export function usePaper(page) {
  useEffect(() => {
    /** @type {Element[]} */
    let opened = [];
    /** @type {string | undefined} */
    let theme;
    const root = () => /** @type {HTMLElement | null} */ (page.current?.closest(".leefkit") ?? null);
    const before = () => {
      opened = [...(page.current?.querySelectorAll(FOLDED) ?? [])];
      for (const one of opened) one.setAttribute("open", "");
      theme = root()?.dataset.theme;
      root()?.setAttribute("data-theme", "light");
    };
    const after = () => {
      for (const one of opened) one.removeAttribute("open");
      if (theme) root()?.setAttribute("data-theme", theme);
      opened = [];
    };
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, [page]);
}

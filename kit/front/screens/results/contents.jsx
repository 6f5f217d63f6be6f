import { useEffect, useState } from "preact/hooks";
import { Icon, useScreen } from "../../ui/index.js";
import { anchor } from "./anchor.js";

/** @typedef {ReturnType<typeof import("./story.js").contentsOf>[number]} Entry */

/**
 * The part that is being read: the last one whose heading was passed, or the last of all at the end of the page.
 *
 * @param {Entry[]} entries
 */
function useReading(entries) {
  const [now, see] = useState(entries[0]?.id ?? "");
  const known = entries.map(({ id }) => id).join();
  useEffect(() => {
    const heads = known.split(",").map((id) => document.getElementById(anchor(id)));
    const look = () => {
      const line = window.innerHeight / 3;
      const end = heads.at(-1)?.parentElement?.getBoundingClientRect().bottom ?? 0;
      const passed = heads.filter((head) => head && head.getBoundingClientRect().top < line);
      if (end <= window.innerHeight) passed.push(heads.at(-1) ?? null);
      see((passed.at(-1) ?? heads[0])?.id.replace(anchor(""), "") ?? "");
    };
    look();
    // A page in Voilà scrolls in itself, a cell of JupyterLab in a panel: either is heard on its way down.
    document.addEventListener("scroll", look, { capture: true, passive: true });
    return () => document.removeEventListener("scroll", look, { capture: true });
  }, [known]);
  return now;
}

/**
 * What there is, with links to it: beside the results while there is room, else folded away above them.
 *
 * @param {{ entries: Entry[] }} props
 */
export function Contents({ entries }) {
  const { t } = useScreen();
  const [open, fold] = useState(false);
  const now = useReading(entries);
  return (
    <nav class="res-toc" data-open={open} aria-label={t("Contents")}>
      <button
        type="button"
        class="res-toc-fold"
        aria-expanded={open ? "true" : "false"}
        onClick={() => fold(!open)}
      >
        {t("Contents")}
        <Icon name="down" />
      </button>
      <ol class="list">
        {entries.map(({ id, title, chapter, step }, n) => (
          <li key={id} class={chapter || step ? "res-toc-under" : ""}>
            {chapter && entries[n - 1]?.chapter !== chapter && <span class="res-toc-chapter">{chapter}</span>}
            <a
              href={`#${anchor(id)}`}
              aria-current={now === id ? "location" : undefined}
              onClick={() => fold(false)}
            >
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

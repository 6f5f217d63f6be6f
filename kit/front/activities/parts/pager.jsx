import { Icon, useScreen } from "../../ui/index.js";

/**
 * Where a slow show is, with buttons to leaf and to stop it.
 *
 * @param {{
 *   turn: ReturnType<typeof import("./turn.js").useTurn>,
 *   count: number,
 *   children?: import("preact").ComponentChildren,
 * }} props
 */
export function Pager({ turn, count, children }) {
  const { t } = useScreen();
  if (count < 2) return null;
  return (
    <div class="pager">
      <span class="pager-buttons">
        <button type="button" aria-label={t("Previous page")} onClick={() => turn.leaf(-1)}>
          <Icon name="back" />
        </button>
        <button
          type="button"
          aria-label={turn.stopped ? t("Turn the pages again") : t("Stop turning the pages")}
          onClick={() => turn.stop(!turn.stopped)}
        >
          <Icon name={turn.stopped ? "play" : "pause"} />
        </button>
        <button type="button" aria-label={t("Next page")} onClick={() => turn.leaf(1)}>
          <Icon name="next" />
        </button>
      </span>
      <span class="pager-dots" aria-hidden="true">
        {Array.from({ length: count }, (_, i) => (
          <i key={i} class={i === turn.index ? "pager-now" : ""} />
        ))}
      </span>
      <span>{t("Page {n} of {count}", { n: turn.index + 1, count })}</span>
      {children}
    </div>
  );
}

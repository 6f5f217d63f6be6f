import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useScreen } from "../../ui/index.js";
import { Pager } from "./pager.jsx";
import { useTurn } from "./turn.js";
import "./flow.css";

const STAYS = 14;
/** Sizes of the text, and how wide a column is at least, in the height of the smallest text. */
const SIZES = [
  { name: "xl", narrowest: 27 },
  { name: "l", narrowest: 20 },
  { name: "m", narrowest: 17 },
  { name: "s", narrowest: 14.5 },
  { name: "xs", narrowest: 14.5 },
];

/**
 * @typedef {import("../../generated/messages.js").CardView} CardView
 * @typedef {{ id: string, title: string, icon: string, cards: CardView[] }} Group
 * @typedef {{ columns: number, pages: number, heads: { column: number, group: number, more: boolean }[], last: number[] }} Layout
 */

const EMPTY = /** @type {Layout} */ ({ columns: 3, pages: 1, heads: [], last: [] });

/**
 * How many columns: as many as are wide enough, four at most, and such that the last page is not nearly empty.
 *
 * @param {number} fits columns that are wide enough
 * @param {number} groups groups that each begin a column
 */
export function columnsFor(fits, groups) {
  const most = Math.max(1, Math.min(4, Math.floor(fits)));
  if (groups <= 1) return most;
  if (groups <= most) return Math.max(groups, Math.min(most, 2));
  const empty = (/** @type {number} */ n) => Math.ceil(groups / n) * n - groups;
  return most > 2 && empty(most - 1) < empty(most) ? most - 1 : most;
}

/**
 * Read from the browser how it laid the cards out.
 *
 * @param {HTMLElement} flow
 * @param {number} columns
 * @param {number} gap
 * @returns {Layout}
 */
function measure(flow, columns, gap) {
  const width = (flow.clientWidth + gap) / columns;
  const left = flow.getBoundingClientRect().left;
  const scale = flow.getBoundingClientRect().width / flow.clientWidth || 1;
  const items = /** @type {HTMLElement[]} */ ([...flow.querySelectorAll("[data-group]")]);
  /** @type {Layout["heads"]} */
  const heads = [];
  /** @type {number[]} */
  const last = [];
  let lastColumn = 0;
  let count = 0;
  for (const item of items) {
    const column = Math.round((item.getBoundingClientRect().left - left) / scale / width);
    const group = Number(item.dataset.group);
    if (!heads.some((head) => head.column === column)) {
      heads.push({ column, group, more: heads.some((head) => head.group === group) });
    }
    lastColumn = Math.max(lastColumn, column);
    if (item.dataset.card != null) count += 1;
    last[Math.floor(column / columns)] = count;
  }
  return { columns, pages: Math.floor(lastColumn / columns) + 1, heads, last };
}

/**
 * Lay the cards out at the largest size that needs one page only; where none does, at the smallest. The very smallest may leave out
 * where a card comes from.
 *
 * @param {HTMLElement} flow
 * @param {number} groups
 * @returns {Layout}
 */
function largest(flow, groups) {
  const style = getComputedStyle(flow);
  const gap = Number.parseFloat(style.columnGap) || 0;
  const em = Number.parseFloat(style.fontSize);
  let found = /** @type {Layout} */ (EMPTY);
  for (const { name, narrowest } of SIZES) {
    const columns = columnsFor((flow.clientWidth + gap) / (narrowest * em + gap), groups);
    flow.style.columnCount = String(columns);
    flow.dataset.size = name;
    found = measure(flow, columns, gap);
    if (found.pages === 1) break;
  }
  return found;
}

/**
 * Lay the cards out again when they or the room for them change.
 *
 * @param {Group[]} groups
 * @returns {[{ current: HTMLDivElement | null }, Layout]}
 */
function useLayout(groups) {
  const flow = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [layout, set] = useState(EMPTY);
  const [size, resized] = useState(0);
  const known = JSON.stringify(
    groups.map((group) => [group.id, group.cards.map((card) => [card.id, card.text])]),
  );
  useLayoutEffect(() => {
    const at = flow.current;
    if (!at) return undefined;
    const watch = new ResizeObserver(() => resized(at.clientWidth * 10_000 + at.clientHeight));
    watch.observe(at);
    return () => watch.disconnect();
  }, []);
  const count = groups.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards, or another size, are to be measured again
  useLayoutEffect(() => {
    const at = flow.current;
    if (!at || at.clientWidth === 0) return;
    const found = largest(at, count);
    set((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
  }, [known, size, count]);
  return [flow, layout];
}

/**
 * Cards in columns for a room to read. What does not fit comes on a next page; the pages turn slowly.
 *
 * @param {{
 *   groups: Group[],
 *   note: (card: CardView) => import("preact").ComponentChildren,
 *   heads?: boolean,
 *   after?: import("preact").ComponentChild[],
 * }} props `heads` false leaves the headings out, where there is only one group; `after` are pages that come after the cards
 */
export function Flow({ groups, note, heads = true, after = [] }) {
  const { t } = useScreen();
  const [flow, layout] = useLayout(groups);
  const count = layout.pages + after.length;
  const turn = useTurn(count, STAYS);
  const beyond = after[turn.index - layout.pages];
  const total = groups.reduce((sum, group) => sum + group.cards.length, 0);
  const rest = total - (layout.last[turn.index] ?? total);
  const shift = `translateX(calc(${-Math.min(turn.index, layout.pages - 1)} * (100% + var(--flow-gap))))`;
  return (
    <div class="flow" style={{ "--columns": layout.columns }}>
      {beyond}
      <div class="flow-window" style={{ display: beyond ? "none" : undefined }}>
        {heads && (
          <div class="flow-heads" style={{ transform: shift }} aria-hidden="true">
            {layout.heads.map(({ column, group, more }) => (
              <p key={column} style={{ "--column": column }}>
                {groups[group]?.icon && <span class="flow-sign">{groups[group].icon}</span>}
                <span class="flow-title">{groups[group]?.title}</span>
                {more && <span class="flow-more">{t("(more)")}</span>}
              </p>
            ))}
          </div>
        )}
        <div class="flow-columns" ref={flow} style={{ transform: shift }}>
          {groups.map((group, n) => (
            <section key={group.id} aria-label={group.title}>
              {group.cards.length === 0 && (
                <p class="flow-none flow-first" data-group={n}>
                  {t("Nothing here yet")}
                </p>
              )}
              {group.cards.map((card, i) => (
                <div
                  key={card.id}
                  class={`flow-card ${i === 0 ? "flow-first" : ""}`}
                  data-group={n}
                  data-card={card.id}
                >
                  {note(card)}
                </div>
              ))}
            </section>
          ))}
        </div>
      </div>
      <Pager turn={turn} count={count}>
        {rest > 0 && !beyond && (
          <span>{rest === 1 ? t("1 more card to come") : t("{n} more cards to come", { n: rest })}</span>
        )}
      </Pager>
    </div>
  );
}

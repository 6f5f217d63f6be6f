// Seat cards on paper: one for each person, with their table in every round.
import { who } from "./seats.jsx";

/** @typedef {import("../../generated/messages.js").CafeShared} View */
/** @typedef {import("../../generated/messages.js").PlanView} Plan */

const STYLE = `
  @page { margin: 10mm }
  body { margin: 0; color: #000; background: #fff; font: 12pt/1.35 "Segoe UI", Roboto, system-ui, sans-serif }
  main { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm }
  section { break-inside: avoid; padding: 5mm; border: 1px dashed #555 }
  h2 { margin: 0; font-size: 14pt }
  p { margin: 0 0 3mm }
  table { width: 100%; border-collapse: collapse }
  th { font-weight: 400; text-align: start }
  td { font-weight: 700; text-align: end }
  tr { border-block-start: 1px solid #999 }
`;

/**
 * @param {Document} page
 * @param {string} name of the element
 * @param {string | Node[]} inside
 */
function make(page, name, inside) {
  const made = page.createElement(name);
  if (typeof inside === "string") made.textContent = inside;
  else made.append(...inside);
  return made;
}

/**
 * Print a card for everyone who has a seat.
 *
 * @param {View} view
 * @param {Plan} plan
 * @param {import("../../generated/messages.js").Shared | null} shared
 * @param {import("../../ui/text.js").Translate} t
 */
export function printSeats(view, plan, shared, t) {
  const frame = document.createElement("iframe");
  frame.title = t("Seat cards");
  frame.setAttribute("aria-hidden", "true");
  frame.style.cssText = "position:fixed;inline-size:0;block-size:0;border:0";
  document.body.append(frame);
  const page = frame.contentDocument;
  if (!page) return;
  page.title = t("Seat cards");
  page.head.append(make(page, "style", STYLE));
  const cards = plan.seats.filter((seat) => !seat.gone).map((seat) => card(page, seat, view, shared, t));
  page.body.append(make(page, "main", cards));
  const window = frame.contentWindow;
  window?.addEventListener("afterprint", () => frame.remove());
  window?.print();
}

/**
 * @param {Document} page
 * @param {import("../../generated/messages.js").SeatView} seat
 * @param {View} view
 * @param {import("../../generated/messages.js").Shared | null} shared
 * @param {import("../../ui/text.js").Translate} t
 */
function card(page, seat, view, shared, t) {
  const { name, organisation } = who(shared, seat.participant);
  const rows = seat.tables.map((table, i) => {
    const theme =
      view.variant === "theme_per_round" ? view.themes[Math.min(i, view.themes.length - 1)]?.title : "";
    const round = t("Round {n}", { n: i + 1 });
    return make(page, "tr", [
      make(page, "th", theme ? `${round}: ${theme}` : round),
      make(page, "td", table ?? "–"),
    ]);
  });
  return make(page, "section", [
    make(page, "h2", name || organisation),
    make(
      page,
      "p",
      [name ? organisation : "", seat.host ? t("host") : ""].filter(Boolean).join(" · ") || " ",
    ),
    make(page, "table", [make(page, "tbody", rows)]),
  ]);
}

import { anchor } from "./anchor.js";
import { Step } from "./step.jsx";

/**
 * One part of the results. Its heading takes the focus when a link leads to it.
 *
 * @param {{
 *   id: string,
 *   title: string,
 *   phase?: string,
 *   chapter?: string,
 *   children?: import("preact").ComponentChildren,
 * }} props `chapter` stands above the title of its first part
 */
export function Part({ id, title, phase = "close", chapter = "", children }) {
  return (
    <section class="res-part" data-phase={phase} data-part={id} aria-labelledby={anchor(id)}>
      {chapter && <p class="res-chapter">{chapter}</p>}
      <h2 id={anchor(id)} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** What steps gave, one after another. @param {{ steps: import("../../generated/messages.js").ResultStep[] }} props */
export function Steps({ steps }) {
  return steps.map((step) => <Step key={step.id} step={step} />);
}

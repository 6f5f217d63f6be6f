import { Icon } from "./icon.jsx";
import { useScreen } from "./model.js";

/**
 * A panel.
 *
 * @param {{
 *   title?: import("preact").ComponentChildren,
 *   level?: 2 | 3 | 4,
 *   class?: string,
 *   children?: import("preact").ComponentChildren,
 *   [attribute: string]: any,
 * }} props
 */
export function Card({ title, level = 2, class: extra = "", children, ...rest }) {
  const Heading = /** @type {"h2"} */ (`h${level}`);
  return (
    <section {...rest} class={`card ${extra}`}>
      {title != null && <Heading class="card-title">{title}</Heading>}
      {children}
    </section>
  );
}

/**
 * A contribution: one workshop card as a note. `children` are its buttons.
 *
 * @param {{
 *   card: import("../generated/messages.js").CardView,
 *   own?: boolean,
 *   state?: import("preact").ComponentChildren,
 *   parent?: string,
 *   more?: import("preact").ComponentChildren,
 *   class?: string,
 *   children?: import("preact").ComponentChildren,
 * }} props `state` is a line such as "is being sent"; `parent` the text of the card it builds on; `more` stands
 *   under the text
 */
export function Note({ card, own = false, state, parent, more, class: extra = "", children }) {
  const { t } = useScreen();
  const from = [card.organisation, card.team].filter(Boolean).join(" · ");
  return (
    <article class={`note ${own ? "note-own" : ""} ${card.hidden ? "note-hidden" : ""} ${extra}`}>
      {parent && (
        <p class="note-parent">
          <Icon name="branch" /> {t("Builds on: {text}", { text: parent })}
        </p>
      )}
      <p class="note-text">{card.text}</p>
      {more}
      {(card.merged?.length ?? 0) > 0 && (
        <details class="note-merged">
          <summary>{t("Made of {n} cards", { n: card.merged.length })}</summary>
          <ul>
            {card.merged.map((text, i) => (
              <li key={i}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      {(from || card.paper || card.hidden) && (
        <p class="note-from">
          {from}
          {card.paper && <span class="tag">{t("on paper")}</span>}
          {card.hidden && <span class="tag">{t("hidden")}</span>}
        </p>
      )}
      {state && <p class="note-state">{state}</p>}
      {children && <div class="note-actions">{children}</div>}
    </article>
  );
}

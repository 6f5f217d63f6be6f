import { useScreen } from "../../ui/index.js";
import { themeOf, zonesWord } from "./words.js";

/**
 * The harvest of all tables on a phone, by theme.
 *
 * @param {{ view: import("../../generated/messages.js").CafeShared }} props
 */
export function Harvest({ view }) {
  const { t } = useScreen();
  if (view.cards.length === 0) return null;
  return (
    <section class="stack cafe-harvest">
      <h2>{t("The harvest")}</h2>
      {view.themes.map((theme) => {
        const cards = view.cards.filter((card) => themeOf(view, card)?.id === theme.id);
        if (cards.length === 0) return null;
        return (
          <details key={theme.id} open>
            <summary>
              {theme.title} <span class="soft">{cards.length}</span>
            </summary>
            {["insight", "question"].map((zone) => {
              const some = cards.filter((card) => card.zone === zone);
              if (some.length === 0) return null;
              return (
                <section key={zone}>
                  <h3>{zonesWord(zone, t)}</h3>
                  <ul class="list cafe-said">
                    {some.map((card) => (
                      <li key={card.id}>{card.text}</li>
                    ))}
                  </ul>
                </section>
              );
            })}
          </details>
        );
      })}
    </section>
  );
}

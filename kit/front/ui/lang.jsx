import { Icon } from "./icon.jsx";
import { useScreen } from "./model.js";

const NAMES = { nl: "Nederlands", en: "English" };

/** The other language, one tap away, named in that language. */
export function LangSwitch() {
  const { lang, model } = useScreen();
  const other = lang === "en" ? "nl" : "en";
  return (
    <button
      type="button"
      class="lang"
      lang={other}
      onClick={() => model.send({ kind: "speak", lang: other })}
    >
      <Icon name="globe" />
      <span>{NAMES[other]}</span>
    </button>
  );
}

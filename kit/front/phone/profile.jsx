import { useEffect, useRef, useState } from "preact/hooks";
import { Button, Dock, Field, useScreen } from "../ui/index.js";
import { useName } from "../ui/name.js";
import { Privacy } from "./privacy.jsx";

const OTHER = "";

/** Where do you come from, and do you know what happens with what you fill in? Two taps. */
export function Profile() {
  const { lang, send, t } = useScreen();
  const [page, show] = useState(1);
  const [turned, setTurned] = useState(false);
  const [from, come] = useState(/** @type {string | null} */ (null));
  const [other, write] = useState("");
  const [name, call] = useState("");
  const turn = (/** @type {number} */ to) => {
    show(to);
    setTurned(true);
  };
  const organisation = from === OTHER ? other.trim() : from;
  const join = () => {
    if (organisation) send({ kind: "set_profile", organisation, name: name.trim() || null, lang });
  };
  if (page === 1) {
    return (
      <From {...{ turned, from, come, other, write }} next={() => turn(2)} ready={Boolean(organisation)} />
    );
  }
  return (
    <form
      class="phone-page"
      onSubmit={(event) => {
        event.preventDefault();
        join();
      }}
    >
      <div class="stack">
        <Title turned>{t("Good to know")}</Title>
        <Privacy />
        <Field
          label={t("Your name, if you like")}
          help={t("Only the trainer sees it.")}
          value={name}
          onInput={call}
          maxLength={60}
          autocomplete="given-name"
          enterkeyhint="done"
        />
      </div>
      <Dock
        ready={false}
        main={
          <>
            <Button icon="back" label={t("Back")} onClick={() => turn(1)} />
            <Button kind="primary" type="submit" block>
              {t("Take part")}
            </Button>
          </>
        }
      />
    </form>
  );
}

/**
 * The heading of a page. It takes the focus when one page follows another, so that a screen reader reads on from there.
 *
 * @param {{ turned: boolean, children?: import("preact").ComponentChildren }} props
 */
function Title({ turned, children }) {
  const title = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  useEffect(() => {
    if (turned) title.current?.focus();
    window.scrollTo(0, 0);
  }, [turned]);
  return (
    <h1 ref={title} tabIndex={-1}>
      {children}
    </h1>
  );
}

/**
 * @param {{
 *   turned: boolean,
 *   from: string | null,
 *   come: (from: string) => void,
 *   other: string,
 *   write: (other: string) => void,
 *   next: () => void,
 *   ready: boolean,
 * }} props
 */
function From({ turned, from, come, other, write, next, ready }) {
  const { shared, t } = useScreen();
  const group = useName();
  const [error, say] = useState("");
  const choices = [...(shared?.organisations ?? []), { id: OTHER, name: t("Another organisation") }];
  const choose = (/** @type {string} */ id) => {
    come(id);
    say("");
  };
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    say(ready ? "" : from === OTHER ? t("Type where you come from.") : t("Choose where you come from."));
    if (ready) next();
  };
  return (
    <form class="phone-page" onSubmit={go} noValidate>
      <div class="stack">
        <p class="soft">{shared?.title}</p>
        <fieldset class="choices" aria-describedby={error ? `${group}-error` : undefined}>
          <legend>
            <Title turned={turned}>{t("Where do you come from?")}</Title>
          </legend>
          {choices.map(({ id, name }) => (
            <label key={id} class="choice">
              <input type="radio" name={group} checked={from === id} onChange={() => choose(id)} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
        {from === OTHER && <Other other={other} write={write} />}
        <p class="field-error" id={`${group}-error`} role="alert">
          {error}
        </p>
      </div>
      <Dock
        ready={false}
        main={
          <Button kind="primary" type="submit" block>
            {t("Next")}
          </Button>
        }
      />
    </form>
  );
}

/**
 * An organisation that is not in the list. Comes below the list, so it is brought into view.
 *
 * @param {{ other: string, write: (other: string) => void }} props
 */
function Other({ other, write }) {
  const { t } = useScreen();
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  useEffect(() => field.current?.scrollIntoView({ block: "center" }), []);
  return (
    <Field
      label={t("Name of your organisation")}
      value={other}
      onInput={write}
      field={field}
      maxLength={60}
      autocomplete="organization"
      enterkeyhint="next"
    />
  );
}

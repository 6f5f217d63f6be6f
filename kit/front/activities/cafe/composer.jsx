import { useEffect, useState } from "preact/hooks";
import { Button, Dock, Field, Icon, useScreen } from "../../ui/index.js";
import { HARVEST, zoneWord } from "./words.js";

/** @typedef {import("./own.js").OwnCard} OwnCard */

/**
 * Where you write: first what kind of note it is, then the note.
 *
 * @param {{
 *   view: import("../../generated/messages.js").CafeShared,
 *   zone: string,
 *   choose: (zone: string) => void,
 *   draft: [string, (text: string) => void],
 *   edited: OwnCard | null,
 *   cards: OwnCard[],
 *   stop: () => void,
 *   field: import("preact").RefObject<HTMLTextAreaElement | null>,
 * }} props `cards` of this round, for what is on its way; `stop` ends changing
 */
export function Composer({ view, zone, choose, draft, edited, cards, stop, field }) {
  const { shared, send, t } = useScreen();
  const [fresh, write] = draft;
  const [changed, change] = useState("");
  const [error, say] = useState("");
  useEffect(() => change(edited?.text ?? ""), [edited]);
  const text = edited ? changed : fresh;
  const room = (/** @type {string} */ one) => {
    if (!HARVEST.includes(one)) return null;
    const coming = cards.filter((card) => card.zone === one && card.sending && card.id === card.entry).length;
    return Math.max(0, (view.left[one] ?? 0) - coming);
  };
  const full = !edited && room(zone) === 0;
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const typed = text.trim();
    const over = typed.length - view.max_chars;
    const problem = typed
      ? over > 0
        ? t("This is {n} characters too long. Make it shorter.", { n: over })
        : ""
      : t("Write something first.");
    say(problem);
    field.current?.focus();
    if (problem || full) return;
    if (edited) {
      if (typed !== edited.text) send({ kind: "edit_card", card: edited.id, text: typed });
      stop();
    } else {
      send({ kind: "add_card", step: shared?.step?.id, zone, text: typed });
      write("");
    }
  };
  return (
    <Dock
      onSubmit={submit}
      ready={false}
      main={
        <Button kind="primary" type="submit" block icon={edited ? "check" : "add"} disabled={full}>
          {edited ? t("Save card") : t("Put on the table")}
        </Button>
      }
    >
      {edited ? (
        <p class="cafe-editing">
          <Icon name="edit" />
          <span>{t("You change your card")}</span>
          <Button kind="quiet" small icon="close" label={t("Stop")} onClick={stop} />
        </p>
      ) : (
        <fieldset class="cafe-kinds">
          <legend class="hush">{t("What kind of note is it?")}</legend>
          {view.zones.map((one) => (
            <label key={one} class="cafe-pick">
              <input type="radio" name="cafe-zone" checked={one === zone} onChange={() => choose(one)} />
              <span>
                {zoneWord(one, t)}
                {room(one) != null && (
                  <small>{room(one) === 0 ? t("full") : t("{n} left", { n: room(one) ?? 0 })}</small>
                )}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <Field
        label={full ? t("Your table has kept enough of these in this round.") : zoneWord(zone, t)}
        hideLabel={!full}
        value={text}
        onInput={(next) => {
          say("");
          if (edited) change(next);
          else write(next);
        }}
        max={view.max_chars}
        grows
        error={error}
        field={field}
        placeholder={t("Write here…")}
      />
    </Dock>
  );
}

import { useEffect, useState } from "preact/hooks";
import { useScreen } from "../../ui/index.js";
import { splitNumber } from "./fields.js";

/** @typedef {import("./own.js").OwnCard} OwnCard */

/**
 * What one is writing: a new card, whose text is kept as a draft, or other words for one that is there.
 *
 * @param {OwnCard | null} edited
 * @param {[string, (text: string) => void]} draft
 * @param {number[]} scale of the place that it goes to; empty for none
 */
export function useWriting(edited, [fresh, write], scale) {
  const [changed, change] = useState("");
  const [value, number] = useState(/** @type {number | null} */ (null));
  const [evidence, know] = useState(/** @type {string | null} */ (null));
  const [photo, take] = useState(/** @type {import("./photo.jsx").Taken} */ (null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scale is that of the card which is edited
  useEffect(() => {
    const found = edited ? splitNumber(edited.text, scale) : { value: null, rest: "" };
    change(found.rest);
    number(found.value);
    know(edited?.evidence ?? null);
  }, [edited]);
  return {
    text: edited ? changed : fresh,
    type: edited ? change : write,
    value,
    number,
    evidence,
    know,
    photo,
    take,
    clear() {
      write("");
      number(null);
      know(null);
      take(null);
    },
  };
}

/**
 * Returns what sends a new card, or a change of one.
 */
export function useDelivery() {
  const { send } = useScreen();
  return (
    /** @type {OwnCard | null} */ card,
    /** @type {{ step: string, zone: string, text: string, parent?: string, evidence?: string, photo?: string }} */ said,
  ) => {
    if (!card) {
      send({ kind: "add_card", ...said });
      return;
    }
    const { text, evidence, step } = said;
    // A card that the workshop refused is not there yet: it is sent anew, in place of the refused one.
    if (card.error) send({ kind: "drop", id: card.entry });
    if (card.id === card.entry) {
      const { zone, parent, photo } = card;
      const kept = { parent: parent ?? undefined, photo: photo ?? undefined };
      send({ kind: "add_card", step, zone, text, evidence, ...kept });
    } else if (text !== card.text || card.error || (evidence ?? null) !== (card.evidence ?? null)) {
      send({ kind: "edit_card", card: card.id, text, evidence });
    }
  };
}

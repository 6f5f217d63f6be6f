import { useEffect, useRef, useState } from "preact/hooks";
import { Between } from "../../phone/between.jsx";
import { Dock, Icon, useDraft, useScreen } from "../../ui/index.js";
import { Composer } from "./composer.jsx";
import { cardsOf, roomLeft } from "./own.js";
import { Deck, Focus, Offers, Round, Tips, Variants } from "./prompts.jsx";
import { Fields, useField } from "./zones.jsx";
import "./phone.css";

/**
 * @typedef {import("../../generated/messages.js").CanvasShared} View
 * @typedef {import("../../generated/messages.js").CanvasMine} Own
 * @typedef {import("./own.js").OwnCard} OwnCard
 */

/**
 * The canvas on a phone: its fields one below the other, one of them open, and what you write at the bottom.
 *
 * @param {import("../props.js").Props<View, Own>} props
 */
export function Phone({ shared, mine, view, own }) {
  const { pending } = useScreen();
  const [place, choose] = useField(view);
  const [edited, edit] = useState(/** @type {OwnCard | null} */ (null));
  const [parent, build] = useState(/** @type {import("./composer.jsx").Parent | null} */ (null));
  const step = shared.step;
  const draft = useDraft(`${step?.id}/${place}`);
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const open = step?.status === "open";
  const cards = cardsOf(view, own, pending, step?.id);
  const left = roomLeft(own?.left ?? null, cards);
  const round = view.round;

  useEffect(() => {
    if (edited || parent) field.current?.focus();
  }, [edited, parent]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: in a new round another sheet is in hand
  useEffect(() => go(place), [round]);
  const go = (/** @type {string} */ to) => {
    choose(to);
    edit(null);
    build(null);
  };
  const onBuild = (/** @type {import("./composer.jsx").Parent & { zone?: string }} */ card) => {
    if (card.zone) choose(card.zone);
    edit(null);
    build(card);
  };
  const onOffer = (/** @type {import("./composer.jsx").Parent} */ offer) => {
    const mine = draft[0].trim() && !view.offers.some((one) => one.text === draft[0]);
    onBuild(offer);
    if (view.take_over && !mine) draft[1](offer.text);
  };
  const stop = () => {
    if (view.take_over && draft[0] === parent?.text) draft[1]("");
    go(place);
  };
  const onTurn = (/** @type {OwnCard} */ card) => {
    onBuild(card);
    draft[1](card.turned ?? "");
  };
  const onEdit = (/** @type {OwnCard} */ card) => {
    choose(card.zone);
    build(null);
    edit(card);
  };
  const begin = (/** @type {string} */ text) => {
    if (!draft[0].trim() || view.variants.some((one) => one.start === draft[0])) draft[1](text);
    field.current?.focus();
  };
  const names = new Map(view.offers.map((one) => [one.id, one.text]));
  const fields = (
    <Fields {...{ view, cards, names, open, left, onEdit, onBuild, onTurn }} field={place} go={go} />
  );
  return (
    <>
      <div class="stack">
        <Focus texts={view.focus} />
        {open && step ? (
          <>
            <Round view={view} own={own} />
            <Hint step={step} sheets={view.pass_on} />
            <Deck view={view} begin={Number(mine?.me?.id.slice(1) ?? 0)} />
            {view.take_over && fields}
            {left !== 0 && <Offers view={view} chosen={parent?.id} choose={onOffer} />}
            {!view.take_over && fields}
            <Tips own={own} />
            {left !== 0 && <Variants view={view} begin={begin} />}
          </>
        ) : (
          <Between draft={draft[0]}>{fields}</Between>
        )}
      </div>
      {open && step && place ? (
        <Composer
          {...{ field, step, view, place, draft, left, edited, parent }}
          written={cards.filter((card) => card.own && !card.error).length}
          stop={stop}
        />
      ) : (
        open && <Dock />
      )}
    </>
  );
}

/**
 * What to know before writing: who sees it, and when.
 *
 * @param {{ step: import("../../generated/messages.js").StepView | null, sheets: boolean }} props
 */
function Hint({ step, sheets }) {
  const { t } = useScreen();
  return (
    <ul class="list hints">
      {step?.hidden && (
        <li>
          <Icon name="hidden" />{" "}
          {sheets
            ? t("After each round someone else reads this sheet, without your name.")
            : t("Others only see this when the trainer shows it.")}
        </li>
      )}
      {step?.anonymous && (
        <li>
          <Icon name="people" /> {t("Nobody sees whose card it is.")}
        </li>
      )}
      {step?.per === "team" && (
        <li>
          <Icon name="table" /> {t("You write together: everyone at your table sees these cards.")}
        </li>
      )}
    </ul>
  );
}

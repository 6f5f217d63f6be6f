import { Button, Note, useScreen } from "../../ui/index.js";
import { OwnActs, onItsWay, ThrowAway } from "../parts/own.jsx";
import { placeOf } from "./fields.js";
import { Evidence, Hints } from "./marks.jsx";
import { Photo } from "./photo.jsx";

/** @typedef {import("./own.js").OwnCard} OwnCard */

/**
 * The cards of one field, one's own first.
 *
 * @param {{
 *   cards: OwnCard[],
 *   zone: string,
 *   rows: import("../../generated/messages.js").ZoneView[],
 *   names: Map<string, string>,
 *   open: boolean,
 *   left: number | null,
 *   onEdit: (card: OwnCard) => void,
 *   onBuild: (card: OwnCard) => void,
 *   onTurn: (card: OwnCard) => void,
 * }} props `names`: the texts of what an earlier step offered
 */
export function Cards({ cards, zone, rows, names, open, ...rest }) {
  const { t } = useScreen();
  const here = cards.filter((card) => placeOf(card.zone)[0] === zone);
  if (here.length === 0) return open ? <p class="soft small">{t("Nothing here yet.")}</p> : null;
  const parents = new Map([...names, ...cards.map((card) => /** @type {const} */ ([card.id, card.text]))]);
  return (
    <ul class="list cards">
      {here.map((card) => (
        <li key={card.id}>
          <One
            card={card}
            row={rows.find((one) => one.id === placeOf(card.zone)[1])?.label}
            parent={card.parent ? parents.get(card.parent) : undefined}
            open={open}
            {...rest}
          />
        </li>
      ))}
    </ul>
  );
}

/**
 * @param {{
 *   card: OwnCard,
 *   row?: string,
 *   parent?: string,
 *   open: boolean,
 *   left: number | null,
 *   onEdit: (card: OwnCard) => void,
 *   onBuild: (card: OwnCard) => void,
 *   onTurn: (card: OwnCard) => void,
 * }} props
 */
function One({ card, row, parent, open, left, onEdit, onBuild, onTurn }) {
  const { shared, status, t } = useScreen();
  const here = shared?.step?.per === "team";
  const from = card.own ? { organisation: null, team: null } : here ? { team: null } : {};
  const mine = open && card.own && card.editable && !card.error;
  return (
    <Note
      card={{ ...card, ...from, hidden: false }}
      own={card.own}
      parent={parent === card.text ? undefined : parent}
      state={condition(card, status, t)}
      more={
        <>
          <Photo name={card.photo} text={card.text} />
          {(row || card.evidence) && (
            <p class="card-marks">
              {row && <span class="card-row">{row}</span>}
              <Evidence kind={card.evidence} />
            </p>
          )}
          {mine && <Hints hints={card.hints} />}
        </>
      }
    >
      {card.error && <Refused card={card} onEdit={open ? onEdit : null} />}
      {mine && card.turned && left !== 0 && (
        <Button kind="secondary" small icon="turn" onClick={() => onTurn(card)}>
          {t("Ask what you do want")}
        </Button>
      )}
      {mine && <OwnActs card={card} onEdit={onEdit} />}
      {open && !card.own && left !== 0 && (
        <Button kind="quiet" small icon="branch" onClick={() => onBuild(card)}>
          {t("Build on this")}
        </Button>
      )}
    </Note>
  );
}

/**
 * How things are with a card, in words.
 *
 * @param {OwnCard} card
 * @param {import("../../host/types.js").Status | undefined} status
 * @param {import("../../ui/text.js").Translate} t
 */
function condition(card, status, t) {
  const way = onItsWay(card, status, t);
  if (way) return way;
  if (card.hidden) return t("The trainer took this card off the screens.");
  // Buttons that only stand at one's own cards say it already.
  return card.own && !card.editable ? t("Your card") : null;
}

/** @param {{ card: OwnCard, onEdit: ((card: OwnCard) => void) | null }} props */
function Refused({ card, onEdit }) {
  const { t } = useScreen();
  return (
    <>
      {onEdit && (
        <Button kind="quiet" small icon="edit" onClick={() => onEdit(card)}>
          {t("Mend it")}
        </Button>
      )}
      <ThrowAway entry={card.entry} />
    </>
  );
}

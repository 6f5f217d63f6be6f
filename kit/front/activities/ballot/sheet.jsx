import { Choices, Cost, choicesOf } from "./choices.jsx";
import { Order } from "./order.jsx";
import { Stepper } from "./stepper.jsx";
import { answer, given } from "./votes.js";
import "./sheet.css";

/**
 * @typedef {import("../../generated/messages.js").BallotShared} View
 * @typedef {import("../../generated/messages.js").OptionView} Option
 * @typedef {import("./votes.js").Votes} Votes
 * @typedef {import("../../ui/text.js").Translate} Translate
 */

/**
 * A whole ballot at once, for a table or from paper: a row for each card with what one can say of it.
 *
 * @param {{ view: View, options: Option[], votes: Votes, set: (votes: Votes) => void, t: Translate }} props
 */
export function Sheet({ view, options, votes, set, t }) {
  if (view.method === "ranking") return <Order options={options} votes={votes} set={set} t={t} />;
  const left = view.dots - given(votes);
  const choices = choicesOf(view.method, t);
  return (
    <ul class="list ballot-rows">
      {options.map(({ card, text, cost }) => (
        <li key={card}>
          <div>
            <p>{text}</p>
            {cost != null && <Cost cost={cost} t={t} />}
          </div>
          {view.method === "dots" ? (
            <Stepper
              text={text}
              value={votes[card] ?? 0}
              most={Math.min(view.most, (votes[card] ?? 0) + left)}
              set={(n) => set(n === 0 ? answer(votes, card, votes[card]) : { ...votes, [card]: n })}
              t={t}
            />
          ) : (
            <Choices
              text={text}
              choices={choices}
              value={votes[card]}
              set={(weight) => set(answer(votes, card, weight))}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

import { useEffect, useRef, useState } from "preact/hooks";
import { Between } from "../../phone/between.jsx";
import { Button, Dock, Icon, useDraft, useScreen } from "../../ui/index.js";
import { asked, firstOpen, isAnswered, known, others } from "./answers.js";
import { AskCode } from "./code.jsx";
import { Outcome } from "./outcome.jsx";
import { Each, Question } from "./question.jsx";
import { LastLook, OwnCode } from "./slip.jsx";
import "./phone.css";

/**
 * @typedef {import("../../generated/messages.js").SurveyShared} View
 * @typedef {import("../../generated/messages.js").SurveyMine} Own
 * @typedef {import("./answers.js").Answers} Answers
 */

/** How long a chosen answer is seen before the next question; a second tap in that time does nothing. */
const PAUSE = 280;

/**
 * The survey on a phone: one question at a time, kept answer by answer.
 *
 * @param {import("../props.js").Props<View, Own>} props
 */
export function Phone({ shared, mine, view, own }) {
  const step = shared.step?.id ?? "";
  if (shared.step?.status === "open") return <Filling step={step} view={view} own={own} />;
  return (
    <div class="stack">
      <Between>
        {view.code === "given" && mine?.code && (
          <LastLook step={step} code={mine.code} slip={Boolean(own?.slip)} />
        )}
        {view.result && <Outcome view={view} result={view.result} />}
      </Between>
    </div>
  );
}

/** @param {{ step: string, view: View, own: Own | null }} props */
function Filling({ step, view, own }) {
  const { mine, pending, send } = useScreen();
  const [without, goWithout] = useDraft(`${step}/code`);
  const [at, goTo] = useState(/** @type {number | null} */ (null));
  const about = others(view, mine?.me?.organisation);
  const items = asked(view, about);
  const answers = known(own?.answers, pending, step);
  const begun = Object.keys(answers).length > 0;
  const first = firstOpen(items, answers, about);
  useEffect(() => {
    if (at === null && begun) goTo(first);
  }, [at, begun, first]);
  if (view.code === "asked" && !own?.recognised && !begun && !without)
    return <AskCode step={step} without={() => goWithout("yes")} />;
  if (at === null)
    return (
      <Start view={view} count={items.length} recognised={Boolean(own?.recognised)} start={() => goTo(0)} />
    );
  if (at >= items.length) {
    const open = items.filter((one) => !isAnswered(one, answers, about)).length;
    return <Done view={view} own={own} open={open} goTo={goTo} />;
  }
  const answer = (/** @type {Answers} */ more) => send({ kind: "answer", step, answers: more });
  return <Asking {...{ step, view, about, items, at, answers, answer, goTo }} />;
}

/**
 * What this is about, before the first question.
 *
 * @param {{ view: View, count: number, recognised: boolean, start: () => void }} props
 */
function Start({ view, count, recognised, start }) {
  const { shared, t } = useScreen();
  return (
    <>
      <div class="stack">
        {recognised && (
          <p class="survey-note">
            <Icon name="check" /> {t("We know your code. Your answers belong together.")}
          </p>
        )}
        <p>{view.intro}</p>
        <p>{t("There are {n} questions. Choose what fits best, or skip one.", { n: count })}</p>
        {shared?.step?.anonymous && (
          <p class="survey-note">
            <Icon name="hidden" /> {t("Nobody sees what you choose, not even the trainer.")}
          </p>
        )}
      </div>
      <Dock
        ready={false}
        main={
          <Button kind="primary" icon="next" block onClick={start}>
            {t("Start the questions")}
          </Button>
        }
      />
    </>
  );
}

/**
 * One question, and the way to the others.
 *
 * @param {{
 *   step: string,
 *   view: View,
 *   about: import("../../generated/messages.js").Named[],
 *   items: import("../../generated/messages.js").ItemView[],
 *   at: number,
 *   answers: Answers,
 *   answer: (more: Answers) => void,
 *   goTo: (at: number) => void,
 * }} props
 */
function Asking({ step, view, about, items, at, answers, answer, goTo }) {
  const { t } = useScreen();
  const [chosen, choose] = useState(/** @type {number | null | undefined} */ (undefined));
  const place = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  const came = useRef(-1);
  const item = items[at];
  useEffect(() => {
    if (came.current === at) return;
    came.current = at;
    window.scrollTo(0, 0);
    place.current?.focus({ preventScroll: true });
  }, [at]);
  useEffect(() => {
    if (chosen === undefined) return undefined;
    const timer = setTimeout(() => {
      choose(undefined);
      goTo(at + 1);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [chosen, at, goTo]);
  const pick = (/** @type {number | null} */ value) => {
    if (chosen !== undefined) return;
    choose(value);
    answer({ [item.id]: value });
  };
  const value = chosen === undefined ? answers[item.id] : chosen;
  const ready = isAnswered(item, answers, about);
  return (
    <>
      <div class="stack survey-asking">
        <Progress at={at} of={items.length} />
        <p class="soft small">{view.intro}</p>
        {item.each ? (
          <Each
            key={item.id}
            step={step}
            item={item}
            choices={view.choices[item.choices]}
            about={about}
            answers={answers}
            answer={answer}
            heading={place}
          />
        ) : (
          <Question
            key={item.id}
            item={item}
            choices={view.choices[item.choices]}
            value={value}
            pick={pick}
            heading={place}
          />
        )}
      </div>
      <Dock
        ready={false}
        main={
          <>
            {at > 0 && (
              <Button icon="back" onClick={() => goTo(at - 1)}>
                {t("Back")}
              </Button>
            )}
            <Button kind={ready ? "primary" : "secondary"} class="survey-next" onClick={() => goTo(at + 1)}>
              {ready ? t("Next question") : t("Skip question")}
            </Button>
          </>
        }
      >
        <Kept />
      </Dock>
    </>
  );
}

/** @param {{ at: number, of: number }} props */
function Progress({ at, of }) {
  const { t } = useScreen();
  return (
    <div class="survey-progress">
      <p>{t("Question {n} of {count}", { n: at + 1, count: of })}</p>
      <progress max={of} value={at} aria-label={t("Questions answered")} />
    </div>
  );
}

/** Whether the workshop has the answers already. */
function Kept() {
  const { pending, status, t } = useScreen();
  const waiting = pending.some(({ command }) => command.kind === "answer");
  if (!waiting || status === "connected") return null;
  return (
    <p class="soft small" role="status">
      {t("Your answers are kept on your phone until there is a connection.")}
    </p>
  );
}

/**
 * All questions were passed.
 *
 * @param {{ view: View, own: Own | null, open: number, goTo: (at: number) => void }} props `open` questions
 *   have no answer
 */
function Done({ view, own, open, goTo }) {
  const { shared, mine, send, t } = useScreen();
  const step = shared?.step?.id;
  // Who is through is done; that saves a tap.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on arriving here
  useEffect(() => {
    if (!mine?.ready) send({ kind: "ready", step, ready: true });
  }, []);
  return (
    <>
      <div class="stack survey-done">
        <p class="survey-thanks">
          <Icon name="check" /> {t("Thank you, your answers are in.")}
        </p>
        {open > 0 && (
          <p class="soft">
            {open === 1
              ? t("You skipped 1 question. That is fine.")
              : t("You skipped {n} questions. That is fine.", { n: open })}
          </p>
        )}
        {view.code === "given" && step && (
          <OwnCode step={step} code={mine?.code ?? null} slip={Boolean(own?.slip)} />
        )}
        <Button icon="edit" onClick={() => goTo(0)}>
          {t("Look at my answers")}
        </Button>
      </div>
      <Dock>
        <Kept />
      </Dock>
    </>
  );
}

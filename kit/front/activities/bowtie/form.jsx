import { useEffect, useRef, useState } from "preact/hooks";
import { Button, Field, Icon, useDraft, useScreen } from "../../ui/index.js";
import { doubt, nameOf, those } from "./guide.js";
import { chains, domains, effects, levels, marksOf, statuses } from "./marks.js";

/**
 * @typedef {import("../../generated/messages.js").NodeView} Node
 * @typedef {import("../../generated/messages.js").NodeMarks} Marks
 * @typedef {Record<string, string | number>} Said
 */

/**
 * A choice out of a short list.
 *
 * @param {{
 *   label: string,
 *   value: string,
 *   choices: import("./marks.js").Choices,
 *   choose: (value: string) => void,
 *   none?: string,
 *   hideLabel?: boolean,
 * }} props `none` is what stands there as long as nothing was chosen
 */
export function Choice({ label, value, choices, choose, none, hideLabel }) {
  return (
    <label class="field">
      <span class={hideLabel ? "hush" : "field-label"}>{label}</span>
      <select class="field-input" value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {none != null && <option value="">{none}</option>}
        {choices.map(([id, word]) => (
          <option key={id} value={id}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}

/**
 * Who owns it: one organisation only, from the list or typed.
 *
 * @param {{ value: string, choose: (value: string) => void }} props
 */
export function Owner({ value, choose }) {
  const { shared, t } = useScreen();
  const known = shared?.organisations ?? [];
  const [other, type] = useState(value !== "" && !known.some((one) => one.id === value));
  const choices = /** @type {import("./marks.js").Choices} */ ([
    ...known.map((one) => [one.id, one.name]),
    ["*", t("Someone else…")],
  ]);
  return (
    <>
      <Choice
        label={t("Owner")}
        value={other ? "*" : value}
        choices={choices}
        none={t("no owner yet")}
        choose={(id) => {
          type(id === "*");
          choose(id === "*" ? "" : id);
        }}
      />
      {other && <Field label={t("Which organisation?")} value={value} onInput={choose} maxLength={60} />}
    </>
  );
}

/**
 * Everything that can be said of an element.
 *
 * @param {{ element: string, said: Said, say: (said: Said) => void }} props
 */
function Marking({ element, said, say }) {
  const { t } = useScreen();
  const has = marksOf(element);
  const measure = element === "prev" || element === "recov";
  const pick = (/** @type {string} */ name) => (/** @type {string} */ value) =>
    say({ ...said, [name]: name === "prevention" ? Number(value) : value });
  const choice = (
    /** @type {keyof Marks} */ name,
    /** @type {string} */ label,
    /** @type {import("./marks.js").Choices} */ choices,
  ) =>
    has.includes(name) && (
      <Choice
        label={label}
        value={said[name] ? String(said[name]) : ""}
        choices={choices}
        none={t("not said")}
        choose={pick(name)}
      />
    );
  return (
    <div class="tie-marks">
      {has.includes("organisation") && (
        <Owner value={String(said.organisation ?? "")} choose={pick("organisation")} />
      )}
      {has.includes("lead") && (
        <Field
          label={t("Lead (a role, no name)")}
          value={String(said.lead ?? "")}
          onInput={pick("lead")}
          maxLength={60}
        />
      )}
      {choice("status", t("This measure"), statuses(t))}
      {choice("effect", t("How well does it work?"), effects(t))}
      {choice("prevention", t("For whom?"), levels(t))}
      {choice("domain", measure ? t("From which domain?") : t("Of which domain?"), domains(t))}
      {choice("chain", t("Link in the safety chain"), chains(element, t))}
    </div>
  );
}

/**
 * Change an element, or take it off. Only what was changed is sent, so that two people can each say something.
 *
 * @param {{ node: Node, max: number, done: () => void, removed: (node: Node) => void }} props
 */
export function EditForm({ node, max, done, removed }) {
  const { shared, send, t } = useScreen();
  const [text, type] = useState(node.text);
  const [said, say] = useState(/** @type {Said} */ ({}));
  const [error, fail] = useState("");
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  useEffect(() => form.current?.focus(), []); // not a field: that would raise a phone's keyboard
  const step = shared?.step?.id;
  const limit = Math.max(max, node.text.length);
  const act = async (/** @type {Record<string, any>} */ command) => {
    const outcome = await send({ step, node: node.id, ...command });
    if (outcome.ok) done();
    else fail(outcome.error.message);
    return outcome.ok;
  };
  return (
    <form
      class="tie-edit"
      ref={form}
      tabIndex={-1}
      aria-label={nameOf(node.element, t).one}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) act({ kind: "edit_node", text, ...said });
      }}
    >
      <Field
        label={nameOf(node.element, t).one}
        value={text}
        onInput={type}
        max={limit}
        grows
        error={error}
      />
      <Marking element={node.element} said={{ ...node.marks, ...said }} say={say} />
      <div class="row">
        <Button type="submit" kind="primary" icon="check" disabled={!text.trim() || text.length > limit}>
          {t("Save")}
        </Button>
        <Button onClick={done}>{t("Cancel")}</Button>
        <Button
          kind="danger"
          icon="trash"
          onClick={async () => {
            if (await act({ kind: "remove_node" })) removed(node);
          }}
        >
          {t("Take it off")}
        </Button>
      </div>
    </form>
  );
}

/**
 * Where the focus goes when an element is no longer being changed: back to where it was tapped.
 *
 * @param {string} edited
 */
export function useReturn(edited) {
  const box = useRef(/** @type {any} */ (null));
  const before = useRef("");
  useEffect(() => {
    if (!edited && before.current) box.current?.querySelector(`[data-node="${before.current}"]`)?.focus();
    before.current = edited;
  }, [edited]);
  return box;
}

/**
 * What was taken off last, with the way back.
 *
 * @param {{ node: Node | null, done: () => void }} props
 */
export function Removed({ node, done }) {
  const { shared, send, t } = useScreen();
  if (!node) return null;
  return (
    <p class="tie-removed" role="status">
      <span>{t("Taken off: {text}", { text: node.text })}</span>
      <Button
        small
        icon="undo"
        onClick={async () => {
          const outcome = await send({ kind: "restore_node", step: shared?.step?.id, node: node.id });
          if (outcome.ok) done();
        }}
      >
        {t("Put it back")}
      </Button>
    </p>
  );
}

/**
 * The text of a new element, kept on the device until the workshop has it; and, of a measure, who owns it.
 *
 * @param {string} element
 * @param {string | null} parent
 * @param {string} [team] for which table the trainer draws
 */
export function useNew(element, parent, team) {
  const { shared, send, t } = useScreen();
  const step = shared?.step?.id ?? "";
  const [text, type] = useDraft(`${step}/${element}${team ?? ""}`);
  const [owner, own] = useState("");
  const [error, fail] = useState("");
  const submit = async () => {
    const sent = text.trim();
    if (!sent) {
      fail(t("Write something first."));
      return;
    }
    type("");
    const measure = element === "prev" || element === "recov";
    const organisation = measure && owner ? owner : undefined;
    const outcome = await send({
      kind: "add_node",
      step,
      element,
      text: sent,
      parent: parent ?? undefined,
      team,
      organisation,
    });
    fail(outcome.ok ? "" : outcome.error.message);
    if (!outcome.ok) type(sent);
  };
  const write = (/** @type {string} */ next) => {
    fail("");
    type(next);
  };
  return { text, type: write, owner, own, error, submit };
}

/**
 * The card that a table draws, until it has its moment that it goes wrong.
 *
 * @param {{ tie: import("./guide.js").Tie }} props
 */
export function Topic({ tie }) {
  const { t } = useScreen();
  if (!tie.topic || those(tie.nodes, "top_event").length > 0) return null;
  return (
    <p class="tie-topic">
      {t("Your table draws:")} {tie.topic}
    </p>
  );
}

/**
 * Take the card's text over as the moment that it goes wrong.
 *
 * @param {{ tie: import("./guide.js").Tie, element: string, fresh: ReturnType<typeof useNew> }} props
 */
export function Take({ tie, element, fresh }) {
  const { t } = useScreen();
  if (element !== "top_event" || !tie.topic || fresh.text) return null;
  return (
    <Button small icon="down" onClick={() => fresh.type(tie.topic)}>
      {t("Take over: {text}", { text: tie.topic })}
    </Button>
  );
}

/** A friendly question about what is being typed. @param {{ element: string, text: string }} props */
export function Doubt({ element, text }) {
  const { t } = useScreen();
  const words = doubt(element, text, t);
  return (
    <p class="tie-doubt" role="status">
      {words && <Icon name="message" />} {words}
    </p>
  );
}

import { useEffect, useRef, useState } from "preact/hooks";
import { Button, Field, Icon, useScreen } from "../../ui/index.js";
import { Choice, Doubt, EditForm, Owner, Removed, Take, useNew } from "./form.jsx";
import { ELEMENTS, guideTo, HANGS, nameOf, nextPart, placeOf, placesFor, progress } from "./guide.js";
import "./form.css";
import "./builder.css";

/**
 * @typedef {import("../../generated/messages.js").BowtieShared} View
 * @typedef {import("../../generated/messages.js").TieView} Tie
 * @typedef {import("../../generated/messages.js").NodeView} Node
 * @typedef {Node["element"]} Element
 */

/**
 * Where somebody works on a drawing: the part, what it hangs on, or the element that is being changed.
 *
 * @param {Tie} tie
 * @param {View} view
 */
export function useWork(tie, view) {
  const [part, go] = useState(() => nextPart(tie, view));
  const [on, hang] = useState("");
  const [edited, edit] = useState("");
  const [gone, lose] = useState(/** @type {Node | null} */ (null));
  const turn = (/** @type {Element} */ element, parent = "") => {
    go(element);
    hang(parent);
    edit("");
  };
  /** A box of the drawing was tapped: change it, or fill the gap. @param {{ kind: string, node: string | null }} box */
  const pick = ({ kind, node }) => {
    const line = tie.nodes.find((one) => one.id === node);
    if (kind === "gap" && line) turn(line.element === "threat" ? "prev" : "recov", line.id);
    else if (line) edit(line.id);
    else turn(/** @type {Element} */ (kind));
  };
  return { part, on, hang, edited, edit, gone, lose, turn, pick };
}

/**
 * The guide through the eight parts, with the form for what is drawn now.
 *
 * @param {{
 *   tie: Tie, view: View, work: ReturnType<typeof useWork>, team?: string,
 *   children?: import("preact").ComponentChildren,
 * }} props `team`: the trainer draws for this table; `children` stand beside the parts
 */
export function Builder({ tie, view, work, team, children }) {
  const { t } = useScreen();
  const node = tie.nodes.find((one) => one.id === work.edited);
  if (node) {
    return (
      <EditForm
        key={node.id}
        node={node}
        max={view.max_chars}
        done={() => work.edit("")}
        removed={work.lose}
      />
    );
  }
  const guide = guideTo(work.part, t);
  return (
    <div class="tie-build">
      <div class="tie-top">
        <nav class="tie-tabs" aria-label={t("Parts of the drawing")}>
          {ELEMENTS.map((element, i) => (
            <Tab key={element} {...{ element, tie, view, work }} n={i + 1} />
          ))}
        </nav>
        {children}
      </div>
      <div class="tie-work">
        <div class="tie-guide">
          <p>{guide.is}</p>
          <p class="tie-ask">
            <Icon name="message" /> {guide.ask}
          </p>
        </div>
        <AddForm key={work.part} {...{ tie, view, work, team }} />
      </div>
      <Removed node={work.gone} done={() => work.lose(null)} />
    </div>
  );
}

/** @param {{ element: Element, n: number, tie: Tie, view: View, work: ReturnType<typeof useWork> }} props */
function Tab({ element, n, tie, view, work }) {
  const { t } = useScreen();
  const found = progress(tie, element, view);
  return (
    <button
      type="button"
      class={found.done ? "tie-done" : ""}
      aria-current={element === work.part ? "step" : undefined}
      onClick={() => work.turn(element)}
    >
      <span class="tie-tab-n">{found.done ? <Icon name="check" label={t("done")} /> : n}</span>
      <span>
        {nameOf(element, t).part}
        {found.n > 1 && <strong> {found.n}</strong>}
      </span>
    </button>
  );
}

/** @param {{ tie: Tie, view: View, work: ReturnType<typeof useWork>, team?: string }} props */
function AddForm({ tie, view, work, team }) {
  const { t } = useScreen();
  const { part } = work;
  const places = placesFor(tie, part, view.most_measures);
  const parent = HANGS[part] ? placeOf(tie, places, work.on) : null;
  const fresh = useNew(part, parent?.id ?? null, team);
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  useEffect(() => {
    if (work.on) field.current?.focus();
  }, [work.on]);
  if (progress(tie, part, view).full || (HANGS[part] && !parent)) return <Full {...{ tie, view, work }} />;
  return (
    <form
      class="tie-add"
      onSubmit={(event) => {
        event.preventDefault();
        fresh.submit();
        field.current?.focus();
      }}
    >
      {parent && (
        <Choice
          label={t("For")}
          value={parent.id}
          choices={places.map((one) => [one.id, one.text])}
          choose={work.hang}
        />
      )}
      <Field
        label={nameOf(part, t).one}
        value={fresh.text}
        onInput={fresh.type}
        max={view.max_chars}
        error={fresh.error}
        field={field}
        placeholder={t("Write here…")}
        class="tie-text"
      />
      {(part === "prev" || part === "recov") && <Owner value={fresh.owner} choose={fresh.own} />}
      <Button kind="primary" type="submit" icon="add" disabled={!fresh.text.trim()}>
        {t("Add")}
      </Button>
      <Take tie={tie} element={part} fresh={fresh} />
      <Doubt element={part} text={fresh.text} />
    </form>
  );
}

/**
 * There is no room for more, or nothing yet to hang it on: go on to another part.
 *
 * @param {{ tie: Tie, view: View, work: ReturnType<typeof useWork> }} props
 */
function Full({ tie, view, work }) {
  const { t } = useScreen();
  const { n } = progress(tie, work.part, view);
  const after = ELEMENTS[ELEMENTS.indexOf(work.part) + 1];
  const missing = (HANGS[work.part] ?? []).map((kind) => nameOf(kind, t).part).join(", ");
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => {
    // The form in which somebody typed the last one is gone: the keyboard goes on from here.
    if (document.activeElement === document.body) box.current?.querySelector("button")?.focus();
  }, []);
  return (
    <div class="tie-add" ref={box}>
      <p>
        {n > 0 || !missing
          ? t("This part is full. Tap something in the drawing to change it.")
          : t("Nothing to put this on yet. First draw: {part}.", { part: missing })}
      </p>
      {after && n > 0 && (
        <Button kind="primary" icon="next" onClick={() => work.turn(after)}>
          {nameOf(after, t).part}
        </Button>
      )}
    </div>
  );
}

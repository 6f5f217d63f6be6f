import { useEffect, useRef, useState } from "preact/hooks";
import { Between } from "../../phone/between.jsx";
import { Button, Dock, Field, Icon, useScreen } from "../../ui/index.js";
import { Doubt, EditForm, Removed, Take, Topic, useNew, useReturn } from "./form.jsx";
import { ELEMENTS, guideTo, HANGS, nameOf, nextPart, placeOf, placesFor, progress, those } from "./guide.js";
import { told } from "./marks.js";
import "./form.css";
import "./phone.css";

/**
 * @typedef {import("../../generated/messages.js").BowtieShared} View
 * @typedef {import("../../generated/messages.js").TieView} Tie
 * @typedef {import("../../generated/messages.js").NodeView} Node
 */

/**
 * The bowtie on a phone: the table's drawing as a list, built part by part.
 *
 * @param {import("../props.js").Props<View>} props
 */
export function Phone({ shared, view }) {
  const { t } = useScreen();
  const tie = view.ties[0];
  const open = shared.step?.status === "open";
  if (tie && open) return <Building key={tie.team} view={view} tie={tie} step={shared.step?.id ?? ""} />;
  return (
    <div class="stack">
      {open ? (
        <p>{t("Ask the trainer for a table first.")}</p>
      ) : (
        <Between>{tie && tie.nodes.length > 0 && <Whole tie={tie} />}</Between>
      )}
    </div>
  );
}

/** @param {{ view: View, tie: Tie, step: string }} props */
function Building({ view, tie, step }) {
  const { t } = useScreen();
  const [part, go] = useState(() => nextPart(tie, view));
  const [on, hang] = useState("");
  const [edited, edit] = useState("");
  const [gone, lose] = useState(/** @type {Node | null} */ (null));
  const list = useReturn(edited);
  const title = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  const places = placesFor(tie, part, view.most_measures);
  const parent = HANGS[part] ? placeOf(tie, places, on) : null;
  const turn = (/** @type {typeof part} */ element) => {
    go(element);
    hang("");
    edit("");
    title.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  };
  const { n } = progress(tie, part, view);
  const guide = guideTo(part, t);
  return (
    <>
      <div class="stack" ref={list}>
        <Topic tie={tie} />
        <Parts view={view} tie={tie} part={part} go={turn} />
        <section class="tie-part">
          <h2 ref={title} tabIndex={-1}>
            {nameOf(part, t).part}
            {n > 0 && <span class="soft"> {n}</span>}
          </h2>
          <p>{guide.is}</p>
          <p class="tie-ask">
            <Icon name="message" /> {guide.ask}
          </p>
        </section>
        <Drawn
          {...{ view, tie, part, step, edited, edit }}
          parent={parent?.id ?? ""}
          hang={hang}
          removed={lose}
        />
        <Removed node={gone} done={() => lose(null)} />
      </div>
      {edited ? <Dock /> : <Add {...{ view, tie, part, parent, hang }} next={turn} key={part} />}
    </>
  );
}

/**
 * The eight parts in their order: where one is, and what is done.
 *
 * @param {{ view: View, tie: Tie, part: string, go: (part: Node["element"]) => void }} props
 */
function Parts({ view, tie, part, go }) {
  const { t } = useScreen();
  return (
    <nav class="tie-parts" aria-label={t("Parts of the drawing")}>
      {ELEMENTS.map((element, i) => {
        const { n, done } = progress(tie, element, view);
        const name = nameOf(element, t).part;
        return (
          <button
            key={element}
            type="button"
            class={done ? "tie-done" : ""}
            aria-current={element === part ? "step" : undefined}
            aria-label={`${i + 1}. ${name}: ${t("{n} drawn", { n })}`}
            onClick={() => go(element)}
          >
            {done && element !== part ? <Icon name="check" /> : i + 1}
          </button>
        );
      })}
    </nav>
  );
}

/**
 * What is drawn of this part; what hangs on something stands under it.
 *
 * @param {{
 *   view: View, tie: Tie, part: Node["element"], step: string,
 *   parent: string, hang: (id: string) => void,
 *   edited: string, edit: (id: string) => void, removed: (node: Node) => void,
 * }} props
 */
function Drawn(props) {
  const { t } = useScreen();
  const { view, tie, part, parent, hang } = props;
  const kinds = HANGS[part];
  if (!kinds) return <Nodes {...props} nodes={those(tie.nodes, part)} on={null} />;
  const heads = kinds.flatMap((kind) => those(tie.nodes, kind));
  const free = new Set(placesFor(tie, part, view.most_measures).map(({ id }) => id));
  if (heads.length === 0) {
    const missing = kinds.map((kind) => nameOf(kind, t).part).join(", ");
    return <p class="soft">{t("Nothing to put this on yet. First draw: {part}.", { part: missing })}</p>;
  }
  return (
    <ul class="list tie-heads">
      {heads.map((head) => (
        <li key={head.id} class={head.id === parent ? "tie-head-on" : ""}>
          <div class="tie-head">
            <p>{head.text}</p>
            {free.has(head.id) && (
              <Button
                small
                icon={head.id === parent ? "check" : "add"}
                aria-pressed={head.id === parent ? "true" : "false"}
                label={t("Write here: {text}", { text: head.text })}
                onClick={() => hang(head.id)}
              >
                {t("Here")}
              </Button>
            )}
          </div>
          {tie.tells.gaps.includes(head.id) && (
            <p class="tie-gap">
              <Icon name="alert" /> {t("Gap: no measure yet")}
            </p>
          )}
          <Nodes
            {...props}
            nodes={tie.nodes.filter((one) => one.parent === head.id && one.element === part)}
            on={head.id}
          />
        </li>
      ))}
    </ul>
  );
}

/**
 * Elements that one can tap to change, and those that are on their way.
 *
 * @param {Parameters<typeof Drawn>[0] & { nodes: Node[], on: string | null }} props
 */
function Nodes({ view, nodes, on, part, step, edited, edit, removed }) {
  const { pending, shared, t } = useScreen();
  const coming = pending
    .map(({ command }) => command)
    .filter(
      (one) =>
        one.kind === "add_node" && one.step === step && one.element === part && (one.parent ?? null) === on,
    );
  if (nodes.length + coming.length === 0) return null;
  return (
    <ul class="list tie-nodes">
      {nodes.map((node) => (
        <li key={node.id}>
          {edited === node.id ? (
            <EditForm node={node} max={view.max_chars} done={() => edit("")} removed={removed} />
          ) : (
            <button type="button" class="tie-node" data-node={node.id} onClick={() => edit(node.id)}>
              <span>
                <span class="hush">{t("Change:")} </span>
                {node.text}
              </span>
              <small>{shared && told(shared, node, t)}</small>
              <Icon name="edit" />
            </button>
          )}
        </li>
      ))}
      {coming.map(({ text }) => (
        <li key={text} class="tie-node tie-coming">
          <span>{text}</span>
          <small>{t("Being sent…")}</small>
        </li>
      ))}
    </ul>
  );
}

/**
 * Write something new, or go on to the next part.
 *
 * @param {{
 *   view: View, tie: Tie, part: Node["element"], parent: Node | null | undefined,
 *   hang: (id: string) => void, next: (part: Node["element"]) => void,
 * }} props
 */
function Add({ view, tie, part, parent, next }) {
  const { t } = useScreen();
  const fresh = useNew(part, parent?.id ?? null);
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const id = parent?.id;
  const before = useRef(id);
  useEffect(() => {
    if (id && id !== before.current) field.current?.focus();
    before.current = id;
  }, [id]);
  const { full } = progress(tie, part, view);
  const after = ELEMENTS[ELEMENTS.indexOf(part) + 1];
  if (full || (HANGS[part] && !parent)) {
    return (
      <Dock
        main={
          after && (
            <Button kind="primary" icon="next" onClick={() => next(after)}>
              {t("Next part")}
            </Button>
          )
        }
      ></Dock>
    );
  }
  return (
    <Dock
      onSubmit={(event) => {
        event.preventDefault();
        fresh.submit();
        field.current?.focus();
      }}
      main={
        <Button kind="primary" type="submit" icon="add">
          {t("Add")}
        </Button>
      }
    >
      <Field
        label={nameOf(part, t).one}
        help={parent ? t("For: {text}", { text: parent.text }) : undefined}
        value={fresh.text}
        onInput={fresh.type}
        max={view.max_chars}
        grows
        error={fresh.error}
        field={field}
        placeholder={t("Write here…")}
      />
      <Take tie={tie} element={part} fresh={fresh} />
      <Doubt element={part} text={fresh.text} />
      <p class="composer-care">{t("No names, addresses or other details of real people.")}</p>
    </Dock>
  );
}

/** The whole drawing as a list, to read. @param {{ tie: Tie }} props */
function Whole({ tie }) {
  const { shared, t } = useScreen();
  const under = (/** @type {Node} */ node) => (
    <li key={node.id}>
      <span class="soft small">{nameOf(node.element, t).one}</span>
      <p>{node.text}</p>
      <small class="soft">{shared && told(shared, node, t)}</small>
      {tie.nodes.some((one) => one.parent === node.id) && (
        <ul class="list tie-under">{tie.nodes.filter((one) => one.parent === node.id).map(under)}</ul>
      )}
    </li>
  );
  return <ul class="list tie-whole">{tie.nodes.filter((one) => !one.parent).map(under)}</ul>;
}

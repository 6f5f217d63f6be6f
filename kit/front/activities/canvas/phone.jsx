import { useEffect, useRef, useState } from "preact/hooks";
import { Between } from "../../phone/between.jsx";
import { Dock, Icon, useDraft, useScreen } from "../../ui/index.js";
import { Cards } from "./cards.jsx";
import { Composer } from "./composer.jsx";
import { merge, roomLeft } from "./own.js";
import "./phone.css";

/**
 * @typedef {import("../../generated/messages.js").CanvasShared} View
 * @typedef {import("../../generated/messages.js").CanvasMine} Own
 */

/**
 * The canvas on a phone: its fields one below the other, one of them open, and what you write at the bottom.
 *
 * @param {import("../props.js").Props<View, Own>} props
 */
export function Phone({ shared, view, own }) {
  const { pending } = useScreen();
  const [zone, choose] = useState(view.zones[0]?.id ?? "");
  const [edited, edit] = useState(/** @type {import("./own.js").OwnCard | null} */ (null));
  const [parent, build] = useState(
    /** @type {import("../../generated/messages.js").CardView | null} */ (null),
  );
  const step = shared.step;
  const draft = useDraft(`${step?.id}/${zone}`);
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const zones = view.zones;
  const open = step?.status === "open";
  const cards = merge(view.cards, own?.cards ?? [], pending, step?.id);
  const left = roomLeft(own?.left ?? null, cards);

  useEffect(() => {
    if (edited || parent) field.current?.focus();
  }, [edited, parent]);
  const write = (/** @type {string} */ id) => {
    choose(id);
    edit(null);
    build(null);
  };
  const onBuild = (/** @type {import("./own.js").OwnCard} */ card) => {
    choose(card.zone);
    edit(null);
    build(card);
  };
  const onEdit = (/** @type {import("./own.js").OwnCard} */ card) => {
    choose(card.zone);
    build(null);
    edit(card);
  };
  const shown = zones.find((one) => one.id === zone);
  const fields = (
    <Fields
      {...{ zones, cards, zone, open, onEdit, onBuild }}
      toggle={(id) => write(id === zone ? "" : id)}
    />
  );
  return (
    <>
      <div class="stack">
        <Focus texts={view.focus} />
        {open ? (
          <>
            <Hint step={step} />
            {fields}
          </>
        ) : (
          <Between draft={draft[0]}>{fields}</Between>
        )}
      </div>
      {open && step && shown ? (
        <Composer
          {...{ field, step, draft, left, edited, parent }}
          zone={shown}
          named={zones.length > 1}
          max={view.max_chars}
          limit={view.limit}
          written={cards.filter((card) => card.own && !card.error).length}
          stop={() => write(shown.id)}
        />
      ) : (
        open && <Dock />
      )}
    </>
  );
}

/**
 * The fields of the canvas with their cards. A canvas of one field needs no headings.
 *
 * @param {{
 *   zones: import("../../generated/messages.js").ZoneView[],
 *   zone: string,
 *   toggle: (zone: string) => void,
 * } & Omit<Parameters<typeof Cards>[0], "zone">} props
 */
function Fields({ zones, zone, toggle, ...rest }) {
  const [only, ...more] = zones;
  if (only && more.length === 0) {
    return (
      <>
        {rest.open && <p class="soft">{only.help}</p>}
        <Cards zone={only.id} {...rest} />
      </>
    );
  }
  return (
    <div class="zones">
      {zones.map((one) => (
        <Zone
          key={one.id}
          zone={one}
          count={rest.cards.filter((card) => card.zone === one.id).length}
          open={one.id === zone}
          toggle={() => toggle(one.id)}
        >
          <Cards zone={one.id} {...rest} />
        </Zone>
      ))}
    </div>
  );
}

/**
 * What this canvas is about: the question or the idea that the room chose.
 *
 * @param {{ texts: string[] }} props
 */
function Focus({ texts }) {
  const { t } = useScreen();
  if (texts.length === 0) return null;
  return (
    <section class="focus" aria-label={t("What it is about")}>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </section>
  );
}

/**
 * What to know before writing: who sees it, and when.
 *
 * @param {{ step: import("../../generated/messages.js").StepView | null }} props
 */
function Hint({ step }) {
  const { t } = useScreen();
  return (
    <ul class="list hints">
      {step?.hidden && (
        <li>
          <Icon name="hidden" /> {t("Others only see this when the trainer shows it.")}
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

/**
 * One field of the canvas, which opens and closes.
 *
 * @param {{
 *   zone: import("../../generated/messages.js").ZoneView,
 *   count: number,
 *   open: boolean,
 *   toggle: () => void,
 *   children?: import("preact").ComponentChildren,
 * }} props
 */
function Zone({ zone, count, open, toggle, children }) {
  const { t } = useScreen();
  return (
    <section class={`zone ${open ? "zone-open" : ""}`}>
      <h2>
        <button type="button" class="zone-head" aria-expanded={open ? "true" : "false"} onClick={toggle}>
          {zone.icon && (
            <span class="zone-icon" aria-hidden="true">
              {zone.icon}
            </span>
          )}
          <span class="zone-label">{zone.label}</span>
          {count > 0 && (
            <span class="zone-count">
              {count}
              <span class="hush"> {count === 1 ? t("card") : t("cards")}</span>
            </span>
          )}
          <Icon name={open ? "up" : "down"} />
        </button>
      </h2>
      {open && (
        <div class="zone-body">
          <p class="soft">{zone.help}</p>
          {children}
        </div>
      )}
    </section>
  );
}

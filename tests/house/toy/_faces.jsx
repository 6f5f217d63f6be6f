// The face of the toy activity `thumbs` on every screen.

/** @param {import("./props.js").Props<any>} props */
function Count({ view }) {
  return (
    <p class="thumbs">
      {view.question}: {view.up} op, {view.down} neer
    </p>
  );
}

/** @param {import("./props.js").Props<any>} props */
function Phone({ shared, view, own, send }) {
  const raise = (/** @type {boolean} */ up) => () => send({ kind: "raise_thumb", step: shared.step?.id, up });
  return (
    <div>
      <p>{view.question}</p>
      <button type="button" aria-pressed={own?.up === true} onClick={raise(true)}>
        Duim op
      </button>
      <button type="button" aria-pressed={own?.up === false} onClick={raise(false)}>
        Duim neer
      </button>
    </div>
  );
}

export default { Phone, Table: Count, Console: Count, Wall: Count, Result: Count };

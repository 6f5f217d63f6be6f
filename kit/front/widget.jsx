// The anywidget module: every screen, in Voilà and in a JupyterLab cell, over the widget's own channel to its kernel.
import { Client } from "./host/client.js";
import { comm } from "./host/comm.js";
import { followDevice, offlineText } from "./host/device.js";
import { photoRoute } from "./host/photos.js";
import { safeStore } from "./host/store.js";
import { participant, step } from "./phone/participant.jsx";
import results from "./screens/results.jsx";
import team from "./screens/team.jsx";
import trainer from "./screens/trainer.jsx";
import wall from "./screens/wall.jsx";

/** @typedef {import("./host/types.js").Model} Model */
/** @typedef {import("./host/types.js").ScreenModule} ScreenModule */

const SCREENS = /** @type {Record<string, ScreenModule>} */ ({
  trainer,
  wall,
  team,
  results,
  participant,
  step,
});

/**
 * Show one screen in `el`.
 *
 * @param {{ model: Model, el: HTMLElement }} context
 * @returns {() => void} cleans up
 */
function render({ model, el }) {
  const name = model.get("screen");
  const screen = SCREENS[name] ?? participant;
  const client = new Client({
    // The kernel knows who this is; the name keeps the drafts of two screens in one tab apart.
    who: { code: `${name} ${model.get("workshop_id")}` },
    // Of this tab alone: what was not confirmed when its kernel died is sent again after the reload.
    store: safeStore(() => window.sessionStorage),
    offlineText,
    // In Voilà the server that keeps them is the one of this page; in JupyterLab there is none.
    photos: window.location.pathname.startsWith("/voila/") ? photoRoute(window.fetch.bind(window)) : null,
    link: { main: comm(model) },
  });
  const stops = [follow(model, client), followDevice(client), followHost(client)];
  client.start();
  const gone = screen.render({ model: withoutCode(client), el });
  return () => {
    gone();
    for (const stop of stops) stop();
    client.stop();
  };
}

/**
 * Hand the synced views to the client.
 *
 * @param {Model} model
 * @param {Client} client
 */
function follow(model, client) {
  const show = (/** @type {"shared" | "mine"} */ op) => {
    const data = model.get(op);
    // A kernel that has nothing to show yet syncs an empty object.
    if (data && Object.keys(data).length > 0) client.receive({ op, data, seq: model.get("seq") });
  };
  const shared = () => show("shared");
  const mine = () => show("mine");
  shared();
  mine();
  model.on("change:shared", shared);
  model.on("change:mine", mine);
  return () => {
    model.off("change:shared", shared);
    model.off("change:mine", mine);
  };
}

/**
 * Hear from Voilà's page whether the server is there.
 *
 * @param {Client} client
 */
function followHost(client) {
  const heard = (/** @type {any} */ event) => {
    event.preventDefault(); // the screen says it itself
    if (event.detail?.state === "online") client.link.wake();
    else client.set("status", "offline");
  };
  window.addEventListener("leefkit:host", heard);
  return () => window.removeEventListener("leefkit:host", heard);
}

/**
 * The same model; nobody has to type a code here.
 *
 * @param {Client} client
 * @returns {Model}
 */
function withoutCode(client) {
  return {
    get: (key) => (key === "code" ? undefined : client.get(key)),
    on: (event, listener) => client.on(event, listener),
    off: (event, listener) => client.off(event, listener),
    send: (command) => client.send(command),
  };
}

export default { render };

// The light page as a host: one client over the WebSocket, or polling where that is blocked.
import { Client } from "./client.js";
import { followDevice, offlineText } from "./device.js";
import { photoRoute } from "./photos.js";
import { poll } from "./poll.js";
import { socket } from "./socket.js";
import { safeStore } from "./store.js";
import "./page.css";

const LAST = "leefkit/code";

/**
 * What an element of a page says about who its screen is for.
 *
 * @param {HTMLElement} el with data-code, or data-key and data-team
 * @returns {import("./client.js").Who}
 */
export function whoOf(el) {
  const { code, key, team } = el.dataset;
  return key ? { key, team: team || null } : { code: code || null };
}

/**
 * Connect this page. Someone who comes back without a code gets into the workshop they were in last.
 *
 * @param {import("./client.js").Who} who
 * @returns {Client} already started, unless there is no code yet: then `send({ kind: "join", code })` starts it
 */
export function openPage(who) {
  const store = safeStore(() => window.localStorage);
  const known = who.key ? who : { code: who.code?.toUpperCase() ?? store.getItem(LAST) };
  const address = new URL("/live", window.location.href);
  const client = new Client({
    who: known,
    store,
    offlineText,
    photos: photoRoute(window.fetch.bind(window)),
    link: {
      main: socket(address.href.replace(/^http/, "ws")),
      fallback: poll("/live/poll", window.fetch.bind(window)),
      alive,
    },
  });
  if (!known.key) remember(client, store, who.code ? null : (known.code ?? null));
  followDevice(client);
  client.on("change:shared", () => nameDocument(client.get("shared")));
  if (known.key || known.code) client.start();
  return client;
}

/**
 * Keep the code of the workshop that let us in, and forget one from another day.
 *
 * @param {Client} client
 * @param {import("./outbox.js").Store} store
 * @param {string | null} guessed the code that was kept from before, when that is all we go by
 */
function remember(client, store, guessed) {
  client.on("change:welcome", () => store.setItem(LAST, client.get("code")));
  client.on("change:denied", () => {
    if (client.get("code") !== guessed || client.get("denied")?.code !== "wrong_code") return;
    store.removeItem(LAST);
    client.become({});
  });
}

/**
 * Tell the browser, and with it a screen reader, which language this is and where we are.
 *
 * @param {import("../generated/messages.js").Shared} shared
 */
function nameDocument({ lang, title, step }) {
  document.documentElement.lang = lang;
  document.title = `${step?.title ?? title} – Leefkit`;
}

/** Does the server answer plain requests? */
async function alive() {
  try {
    return (await fetch("/healthz", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

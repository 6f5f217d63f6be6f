// Keeps an open screen alive: notices that its kernel or the server went away, says so, and comes back.
(() => {
  const say = document.currentScript.dataset;
  const EVERY = 3000; // between two questions to the server
  const PATIENCE = 9000; // for Jupyter's own reconnecting, before the page starts again
  const STARTING = 30000; // for the first connection, on a slow tablet
  const ANSWER = 4000; // for one answer
  const PAUSES = [0, 0, 2000, 5000, 10000, 20000]; // before the next restart in a minute

  let kernel = ""; // its id, once the page knows
  let loaded = false; // the whole page has arrived
  let socket = null; // the kernel's websocket, made by Jupyter's code
  let apart = 0; // since when kernel and page are not connected; 0 when they are
  let patience = STARTING;
  let state = "online";
  let asking = false;
  let leaving = false; // the page goes away

  const PlainSocket = window.WebSocket;
  window.WebSocket = class extends PlainSocket {
    constructor(url, protocols) {
      super(url, protocols ?? []);
      if (!new URL(url, location.href).pathname.endsWith("/channels")) return;
      socket = this;
      this.addEventListener("open", check);
      this.addEventListener("close", check);
    }
  };

  // Voilà ends the kernel before the page goes, which is also the case for a download or a mail link.
  const listen = window.addEventListener;
  window.addEventListener = function (type, listener, options) {
    if (type === "beforeunload" && String(listener).includes("api/shutdown")) return;
    listen.call(this, type, listener, options);
  };

  window.voila_process = () => {};
  window.voila_heartbeat = () => {};
  window.voila_finish = () => {
    window.cellLoaded = true;
    if (!window.themeLoaded) return;
    document.getElementById("rendered_cells").hidden = false;
    const starting = document.getElementById("loading");
    const ready = () => document.querySelector(".jp-OutputArea-output > *, .leefkit-failed");
    const observer = new MutationObserver(() => ready() && done());
    const done = () => {
      observer.disconnect();
      starting.hidden = true;
    };
    observer.observe(document.body, { childList: true, subtree: true });
    setTimeout(done, ready() ? 0 : 10000);
  };

  function tell(next, text) {
    const bar = document.getElementById("leefkit-host");
    if (!bar) return; // the page has only begun
    if (next !== state) {
      state = next;
      const event = new CustomEvent("leefkit:host", { cancelable: true, detail: { state } });
      const shown = window.dispatchEvent(event); // a screen that shows it itself calls preventDefault()
      bar.classList.toggle("leefkit-host--quiet", !shown);
    }
    const line = state === "online" ? "" : text;
    if (bar.textContent !== line) bar.textContent = line;
  }

  // Jupyter looked for the screen in its kernel in vain. It says so once and never looks again.
  function missed() {
    const said = "Error displaying widget: model not found";
    const widgets = [...document.querySelectorAll("#rendered_cells .jupyter-widgets")];
    return widgets.some((one) => one.childElementCount === 0 && one.textContent === said);
  }

  // Reloads, but ever more slowly when it does not help.
  function restart() {
    tell("offline", say.restarting);
    const now = Date.now();
    let times = [];
    try {
      times = JSON.parse(sessionStorage.getItem("leefkit:restarts") ?? "[]").filter((at) => now - at < 60000);
      const pause = PAUSES[Math.min(times.length, PAUSES.length - 1)];
      if (times.length > 0 && now - times.at(-1) < pause) return; // the next question asks again
      sessionStorage.setItem("leefkit:restarts", JSON.stringify([...times, now]));
    } catch {
      // no storage in this browser: then without a pause
    }
    leaving = true;
    setTimeout(() => (leaving = false), 5000); // someone may have stopped it
    location.reload();
  }

  function weigh(sockets) {
    if (sockets > 0 && socket?.readyState === PlainSocket.OPEN) {
      apart = 0;
      patience = PATIENCE;
      if (missed()) restart();
      else tell("online", "");
      return;
    }
    const now = Date.now();
    if (apart === 0) {
      apart = now;
      if (patience === PATIENCE) window.jupyterapp?.widgetManager?.kernel?.reconnect?.();
    }
    if (now - apart > patience) restart();
    else if (patience === PATIENCE) tell("offline", say.offline);
  }

  async function check() {
    if (asking || leaving) return;
    asking = true;
    try {
      const answer = await fetch(`/voila/alive/${kernel || (loaded ? "none" : "starting")}`, {
        cache: "no-store",
        signal: AbortSignal.timeout?.(ANSWER),
      });
      if (answer.status >= 500) tell("offline", say.offline);
      else if (answer.headers.get("Leefkit-Run") !== say.run) restart();
      else if (!loaded) tell("online", "");
      else if (answer.ok) weigh(Number(answer.headers.get("Leefkit-Sockets")));
      else restart();
    } catch {
      tell("offline", say.offline);
    }
    asking = false;
  }

  window.addEventListener("load", () => {
    kernel = document.body.dataset.kernelId ?? "";
    loaded = true;
    check();
  });
  setInterval(check, EVERY); // from the start: a page whose server goes while it arrives never gets loaded
  document.addEventListener("visibilitychange", check);
  window.addEventListener("online", check);
  window.addEventListener("offline", () => tell("offline", say.offline));
  window.addEventListener("pagehide", () => {
    leaving = true;
    if (kernel) navigator.sendBeacon(`/voila/api/shutdown/${kernel}`);
  });
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    leaving = false;
    check();
  });
})();

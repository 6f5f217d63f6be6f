// The same messages over plain requests, for networks that block WebSockets.

/**
 * One request that waits at the server for news, and besides it one at a time that brings what we have to say.
 *
 * @param {string} url
 * @param {typeof fetch} [ask]
 * @returns {import("./link.js").Connect}
 */
export function poll(url, ask = fetch) {
  return (events) => {
    const stop = new AbortController();
    /** @type {string | null} */
    let session = null;
    /** @type {Record<string, any>[]} */
    let queue = [];
    let saying = false;
    let listening = false;

    /** @param {Record<string, any>[]} messages */
    async function exchange(messages) {
      const response = await ask(url, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ session, messages }),
        signal: stop.signal,
        cache: "no-store",
      });
      // 404: the server does not know this session (any more); the next connection begins a new one.
      if (!response.ok) throw new Error(`poll answered ${response.status}`);
      const answer = await response.json();
      session = answer.session;
      for (const message of answer.messages) if (!stop.signal.aborted) events.got(message);
    }

    /** @param {() => Promise<void>} run */
    async function guarded(run) {
      try {
        await run();
      } catch {
        // Whatever went wrong, the connection is gone; the link begins a new one and sends what is open again.
        if (stop.signal.aborted) return;
        stop.abort();
        events.down();
      }
    }

    function say() {
      if (saying || queue.length === 0) return;
      saying = true;
      guarded(async () => {
        while (queue.length > 0 && !stop.signal.aborted) {
          const messages = queue;
          queue = [];
          await exchange(messages);
        }
        saying = false;
        listen();
      });
    }

    function listen() {
      if (listening || session == null) return;
      listening = true;
      guarded(async () => {
        while (!stop.signal.aborted) await exchange([]);
      });
    }

    queueMicrotask(() => !stop.signal.aborted && events.up());
    return {
      send(message) {
        queue.push(message);
        say();
      },
      close: () => stop.abort(),
    };
  };
}

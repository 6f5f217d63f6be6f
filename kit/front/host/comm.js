/**
 * The widget's own channel to its kernel, in JupyterLab and in Voilà: the very same messages as on the socket, except
 * that the views come as the synced traits `shared` and `mine`.
 *
 * @param {import("./types.js").Model} model anywidget's
 * @returns {import("./link.js").Connect}
 */
export function comm(model) {
  return ({ up, got, down }) => {
    /** @param {any} message */
    const listen = (message) => {
      if (message && typeof message.op === "string") got(message);
    };
    model.on("msg:custom", listen);
    let gone = false;
    queueMicrotask(() => !gone && up());
    return {
      send(message) {
        try {
          model.send(message);
        } catch {
          // The comm is closed: the kernel went away. The page's host brings it back; then a new hello follows.
          queueMicrotask(() => !gone && down());
        }
      },
      close() {
        gone = true;
        model.off("msg:custom", listen);
      },
    };
  };
}

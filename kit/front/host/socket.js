/**
 * A WebSocket.
 *
 * @param {string} url ws: or wss:
 * @param {typeof WebSocket} [Socket]
 * @returns {import("./link.js").Connect}
 */
export function socket(url, Socket = WebSocket) {
  return ({ up, got, down }) => {
    const it = new Socket(url);
    it.onopen = up;
    it.onmessage = ({ data }) => got(JSON.parse(data));
    it.onclose = down;
    return {
      send: (message) => it.send(JSON.stringify(message)),
      close() {
        it.onopen = null;
        it.onmessage = null;
        it.onclose = null;
        it.close();
      },
    };
  };
}

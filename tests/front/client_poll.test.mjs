import assert from "node:assert/strict";
import { test } from "node:test";
import { poll } from "../../kit/front/host/poll.js";
import { settled } from "./_world.mjs";

/** A server that answers a request when the test says so. */
function server() {
  const asked = [];
  const ask = (_url, { body, signal }) =>
    new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(new Error("aborted")));
      const answer = (messages, status = 200) =>
        resolve({ ok: status < 400, status, json: async () => ({ session: "S", messages }) });
      asked.push({ ...JSON.parse(body), answer });
    });
  return { ask, asked };
}

async function connected() {
  const { ask, asked } = server();
  const heard = [];
  const seen = { up: 0, down: 0 };
  const wire = poll(
    "/live/poll",
    ask,
  )({
    up: () => {
      seen.up += 1;
    },
    got: (message) => heard.push(message),
    down: () => {
      seen.down += 1;
    },
  });
  await settled();
  return { wire, asked, heard, seen };
}

test("says what it has to say, then waits for news in the session it was given", async () => {
  const { wire, asked, heard, seen } = await connected();
  assert.equal(seen.up, 1);
  assert.equal(asked.length, 0);
  wire.send({ op: "hello" });
  await settled();
  assert.deepEqual(asked[0].messages, [{ op: "hello" }]);
  assert.equal(asked[0].session, null);
  asked[0].answer([{ op: "welcome" }]);
  await settled();
  assert.deepEqual(heard, [{ op: "welcome" }]);
  assert.deepEqual([asked[1].session, asked[1].messages], ["S", []]);
  asked[1].answer([]);
  await settled();
  assert.equal(asked.length, 3, "and waits again");
});

test("what comes up while one request is under way goes together in the next", async () => {
  const { wire, asked } = await connected();
  wire.send({ op: "hello" });
  wire.send({ op: "do", id: "1" });
  wire.send({ op: "do", id: "2" });
  await settled();
  assert.equal(asked.length, 1);
  asked[0].answer([]);
  await settled();
  assert.deepEqual(asked[1].messages, [
    { op: "do", id: "1" },
    { op: "do", id: "2" },
  ]);
});

test("a session that the server no longer knows is a connection that is gone, once", async () => {
  const { wire, asked, heard, seen } = await connected();
  wire.send({ op: "hello" });
  await settled();
  asked[0].answer([]);
  await settled();
  wire.send({ op: "ping" });
  await settled();
  asked[1].answer([], 404);
  await settled();
  assert.equal(seen.down, 1);
  asked[2].answer([{ op: "pong" }]);
  await settled();
  assert.equal(seen.down, 1);
  assert.deepEqual(heard, []);
});

test("closed by us, it says nothing any more", async () => {
  const { wire, asked, seen } = await connected();
  wire.send({ op: "hello" });
  await settled();
  wire.close();
  asked[0].answer([{ op: "welcome" }]);
  await settled();
  assert.equal(seen.down, 0);
});

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { backoff, Link } from "../../kit/front/host/link.js";
import { Network, settled, World } from "./_world.mjs";

let world, network, polls, statuses, link, ups;

beforeEach(() => {
  world = new World();
  network = new Network();
  polls = new Network();
  statuses = [];
  ups = 0;
  link = new Link({
    world,
    main: network.connect,
    fallback: polls.connect,
    alive: async () => true,
    onUp: () => {
      ups += 1;
    },
    onMessage: () => {},
    onStatus: (status) => status !== statuses.at(-1) && statuses.push(status),
  });
  link.start();
});

const open = (from = network) => {
  from.last.events.up();
  from.answer({ op: "pong", time: 1 });
};

test("the wait doubles from half a second to eight, half of it left to chance", () => {
  const full = [1, 2, 3, 4, 5, 9].map((failures) => backoff(failures, () => 1));
  assert.deepEqual(full, [500, 1000, 2000, 4000, 8000, 8000]);
  assert.equal(
    backoff(3, () => 0),
    1000,
  );
});

test("a connection counts as there when the first message came, not when it opened", () => {
  network.last.events.up();
  assert.deepEqual(statuses, ["connecting"]);
  network.answer({ op: "welcome" });
  assert.deepEqual(statuses, ["connecting", "connected"]);
  assert.equal(ups, 1);
});

test("a connection that breaks is taken up again after the wait", async () => {
  open();
  network.cut();
  assert.equal(statuses.at(-1), "offline");
  await world.pass(374);
  assert.equal(network.tries.length, 1);
  await world.pass(1);
  assert.equal(network.tries.length, 2);
  open();
  assert.equal(statuses.at(-1), "connected");
});

test("a phone that wakes up doesn't wait", () => {
  open();
  network.cut();
  link.wake();
  assert.equal(network.tries.length, 2);
});

test("a phone that wakes up asks at once whether its connection still lives", async () => {
  open();
  link.wake();
  assert.equal(network.said("ping").length, 1);
  await world.pass(5000);
  assert.equal(statuses.at(-1), "offline");
  assert.ok(network.tries[0].closed);
});

test("silence for five seconds after a ping is a broken connection", async () => {
  open();
  await world.pass(10_000);
  assert.equal(network.said("ping").length, 1);
  network.answer({ op: "pong", time: 1 });
  await world.pass(10_000);
  assert.equal(network.said("ping").length, 2);
  await world.pass(4999);
  assert.equal(statuses.at(-1), "connected");
  await world.pass(1);
  assert.equal(statuses.at(-1), "offline");
});

test("a socket that opens and then says nothing is given up", async () => {
  network.last.events.up();
  await world.pass(8000);
  assert.equal(statuses.at(-1), "offline");
  await world.pass(1000);
  assert.equal(network.tries.length, 2);
});

test("after three failed sockets while the server answers, it polls", async () => {
  for (let i = 0; i < 3; i += 1) {
    assert.equal(polls.tries.length, 0);
    network.cut();
    await world.pass(8000);
  }
  assert.equal(network.tries.length, 3);
  assert.equal(polls.tries.length, 1);
  open(polls);
  assert.equal(statuses.at(-1), "connected");
  polls.cut();
  await world.pass(8000);
  assert.equal(polls.tries.length, 2, "what worked is tried first");
});

test("while the server doesn't answer at all, it keeps to sockets", async () => {
  link.alive = async () => false;
  for (let i = 0; i < 6; i += 1) {
    network.cut();
    await world.pass(8000);
  }
  assert.equal(polls.tries.length, 0);
  assert.equal(network.tries.length, 7);
});

test("news of a connection that was given up is not heard", async () => {
  const old = network.last.events;
  network.cut();
  await world.pass(8000);
  open();
  old.down();
  assert.equal(statuses.at(-1), "connected");
  assert.equal(network.tries.length, 2);
});

test("stopped is stopped", async () => {
  open();
  link.stop();
  await world.pass(60_000);
  assert.ok(network.tries[0].closed);
  assert.equal(network.tries.length, 1);
  assert.equal(link.send({ op: "ping" }), false);
  link.wake();
  await settled();
  assert.equal(network.tries.length, 1);
});

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Client } from "../../kit/front/host/client.js";
import { Memory } from "../../kit/front/host/store.js";
import { Network, World } from "./_world.mjs";

let world, network, store;

beforeEach(() => {
  world = new World();
  network = new Network();
  store = new Memory();
});

function makeClient(who = { code: "K7QF" }, prefix = "a") {
  return new Client({
    who,
    store,
    world,
    prefix,
    link: { main: network.connect },
    offlineText: () => "Niet nu.",
  });
}

function connected(who) {
  const client = makeClient(who);
  client.start();
  network.welcome(who?.key ? { role: "trainer", participant: null } : {});
  return client;
}

const card = (text) => ({ kind: "add_card", step: "bedenken", zone: "idea", text });
const vote = (votes, step = "stemmen") => ({ kind: "cast_votes", step, votes });
const commands = (client) => client.get("pending").map(({ command }) => command);
const outcomeOf = async (promise) => Promise.race([promise, Promise.resolve("open")]);

test("says hello with the code, and with the token the next time", () => {
  connected();
  assert.deepEqual(network.said("hello"), [
    { op: "hello", v: 1, code: "K7QF", lang: null, team: null, token: null },
  ]);
  makeClient().start();
  network.last.events.up();
  assert.equal(network.said("hello")[0].token, "T");
});

test("another workshop on the same phone has a token and an outbox of its own", () => {
  const client = connected();
  client.send(card("blijft hier"));
  const other = makeClient({ code: "ZZZZ" });
  other.start();
  network.last.events.up();
  assert.equal(network.said("hello")[0].token, null);
  assert.deepEqual(other.get("pending"), []);
});

test("a command is delivered, acknowledged and forgotten once a view shows it", async () => {
  const client = connected();
  const asked = client.send(card("een idee"));
  assert.deepEqual(network.said("do"), [{ op: "do", id: "a-1", command: card("een idee") }]);
  assert.equal(await outcomeOf(asked), "open");
  network.answer({ op: "done", id: "a-1", seq: 7 });
  assert.deepEqual(await asked, { ok: true });
  assert.deepEqual(
    commands(client),
    [card("een idee")],
    "until a view shows it, the screen shows it from here",
  );
  network.answer({ op: "mine", seq: 7, data: {} });
  assert.deepEqual(commands(client), []);
});

test("a settled command goes also when no view follows", async () => {
  const client = connected();
  client.send(vote({ k1: 1 }));
  network.answer({ op: "done", id: "a-1", seq: 7 });
  await world.pass(2000);
  assert.deepEqual(commands(client), []);
});

test("what was not acknowledged is sent again with the same id after a cut", async () => {
  const client = connected();
  client.send(card("een"));
  client.send(card("twee"));
  network.answer({ op: "done", id: "a-1", seq: 7 });
  network.cut();
  client.send(card("drie"));
  await world.pass(1000);
  network.welcome();
  const again = network.said("do").map(({ id, command }) => [id, command.text]);
  assert.deepEqual(again, [
    ["a-2", "twee"],
    ["a-3", "drie"],
  ]);
});

test("what was sent again and is in view already is not shown twice", async () => {
  const client = connected();
  client.send(card("een"));
  network.cut();
  await world.pass(1000);
  network.welcome();
  network.answer({ op: "mine", seq: 9, data: { view: { cards: [{ text: "een" }] } } });
  network.answer({ op: "done", id: "a-1", seq: 7 });
  assert.deepEqual(commands(client), []);
});

test("what was not acknowledged survives a reload, in its order", () => {
  const first = makeClient();
  first.send(card("een"));
  first.send(card("twee"));
  const client = makeClient({ code: "K7QF" }, "b");
  client.start();
  network.welcome();
  const sent = network.said("do").map(({ id, command }) => [id, command.text]);
  assert.deepEqual(sent, [
    ["a-1", "een"],
    ["a-2", "twee"],
  ]);
  client.send(card("drie"));
  assert.equal(network.said("do").at(-1).id, "b-1");
});

test("nothing is delivered before the workshop let us in", () => {
  const client = makeClient();
  client.start();
  network.last.events.up();
  client.send(card("een"));
  assert.deepEqual(network.said("do"), []);
  network.answer({ op: "welcome", token: "T", seq: 1, time: 1000 });
  assert.equal(network.said("do").length, 1);
});

test("a newer vote takes the place of one for the same step that never left", async () => {
  const client = makeClient();
  const old = client.send(vote({ k1: 2 }));
  client.send(vote({ k9: 1 }, "hkw-kiezen"));
  client.send(vote({ k2: 1 }));
  assert.deepEqual(await old, { ok: true });
  client.start();
  network.welcome();
  assert.deepEqual(
    network.said("do").map(({ command }) => command),
    [vote({ k9: 1 }, "hkw-kiezen"), vote({ k2: 1 })],
  );
});

test("a newer vote never takes the place of one that has left", () => {
  const client = connected();
  client.send(vote({ k1: 2 }));
  client.send(vote({ k2: 1 }));
  assert.equal(network.said("do").length, 2);
  assert.equal(client.get("pending").length, 2);
});

test("a refused text stays, with the reason, until it is thrown away", async () => {
  const client = connected();
  const heard = [];
  client.on("refused", (error, command) => heard.push([error.message, command.text]));
  const asked = client.send(card("te laat"));
  const error = { code: "step_closed", message: "Deze stap is gesloten." };
  network.answer({ op: "refused", id: "a-1", error });
  assert.deepEqual(await asked, { ok: false, error });
  assert.deepEqual(heard, [["Deze stap is gesloten.", "te laat"]]);
  assert.deepEqual(client.get("pending")[0].error, error);
  const reloaded = makeClient();
  assert.deepEqual(reloaded.get("pending")[0].error, error);
  reloaded.start();
  network.welcome();
  assert.deepEqual(network.said("do"), [], "it is not sent again");
  await reloaded.send({ kind: "drop", id: "a-1" });
  assert.deepEqual(reloaded.get("pending"), []);
  assert.deepEqual(makeClient().get("pending"), []);
});

test("a refused vote is not kept", () => {
  const client = connected();
  client.send(vote({ k1: 9 }));
  network.answer({
    op: "refused",
    id: "a-1",
    error: { code: "too_many_votes", message: "Je hebt 5 stippen." },
  });
  assert.deepEqual(client.get("pending"), []);
});

test("a late click on next is refused at once while there is no connection", async () => {
  const client = connected({ key: "geheim" });
  network.cut();
  const heard = [];
  client.on("refused", (error) => heard.push(error.code));
  const outcome = await client.send({ kind: "go_to", step: "hkw" });
  assert.deepEqual(outcome, { ok: false, error: { code: "offline", message: "Niet nu." } });
  assert.deepEqual(heard, ["offline"]);
  await world.pass(1000);
  network.welcome({ role: "trainer" });
  assert.deepEqual(network.said("do"), []);
});

test("a wrong code is not an answer to a command: it is why we are not in", () => {
  const client = makeClient();
  client.start();
  network.last.events.up();
  network.answer({ op: "refused", id: null, error: { code: "wrong_code", message: "Die code klopt niet." } });
  assert.equal(client.get("denied").code, "wrong_code");
  client.send({ kind: "join", code: "GOED" });
  assert.equal(client.get("denied"), null);
  assert.equal(network.said("hello").at(-1).code, "GOED");
});

test("another language is asked for on the same connection and kept for the next", () => {
  const client = connected();
  client.send({ kind: "speak", lang: "en" });
  assert.equal(client.get("lang"), "en");
  assert.equal(network.said("hello").at(-1).lang, "en");
  assert.equal(makeClient().get("lang"), "en");
});

test("a table's screen takes a team, and keeps it", () => {
  const client = connected({ key: "tafel" });
  client.send({ kind: "sit", team: "Tafel 2" });
  assert.equal(network.said("hello").at(-1).team, "Tafel 2");
  assert.equal(makeClient({ key: "tafel" }).who.team, "Tafel 2");
});

test("the end of a timer is shown on this device's clock, for the trainer's view of the room too", () => {
  const client = connected();
  // The server says 1000 s; this device says 1000 s as well, until it hears otherwise.
  network.answer({ op: "welcome", token: "T", seq: 1, time: 1060 });
  const step = { id: "x", timer: { total: 300, ends: 1360, left: null } };
  network.answer({ op: "shared", seq: 2, data: { step, room: { step } } });
  assert.equal(client.get("shared").step.timer.ends, 1300);
  assert.equal(client.get("shared").room.step.timer.ends, 1300);
  assert.equal(step.timer.ends, 1360, "what came in stays as it came");
});

test("a better measurement of the clock moves the timer", async () => {
  const client = connected();
  network.answer({ op: "shared", seq: 2, data: { step: { timer: { ends: 1300 } } } });
  await world.pass(10_000);
  world.time += 200;
  // Sent at 1010.0, back at 1010.2: the server's 1015.1 was read half-way, so it is 5 s ahead.
  network.answer({ op: "pong", time: 1015.1 });
  assert.ok(Math.abs(client.get("shared").step.timer.ends - 1295) < 0.01);
});

test("a model tells of a change only when there is one", () => {
  const client = connected();
  let changes = 0;
  const count = () => {
    changes += 1;
  };
  client.on("change:status", count);
  network.answer({ op: "pong", time: 1 });
  network.answer({ op: "pong", time: 2 });
  assert.equal(changes, 0);
  network.cut();
  assert.equal(changes, 1);
  client.off("change:status", count);
  client.stop();
  assert.equal(changes, 1);
});

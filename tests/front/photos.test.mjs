// Photographs: what goes with them, and what a client does when one can't be sent or seen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "../../kit/front/host/client.js";
import { photoRoute, shrink } from "../../kit/front/host/photos.js";
import { Memory } from "../../kit/front/host/store.js";
import { Network, World } from "./_world.mjs";

const FILE = new Blob(["een schets"]);
const WHO = { token: "T", role: "participant", team: "Tafel 1", lang: "nl" };

/** A server that gives one answer, and keeps what it was asked. */
function serverSays(status, body) {
  const asked = [];
  const route = photoRoute(async (path, options) => {
    asked.push({ path, ...options });
    return new Response(body, { status });
  });
  return { asked, route };
}

function clientWith(photos, shared) {
  const network = new Network();
  const link = { main: network.connect };
  const client = new Client({
    who: { code: "K7QF" },
    store: new Memory(),
    world: new World(),
    link,
    photos,
    offlineText: () => "Niet nu.",
  });
  client.start();
  network.welcome();
  if (shared) network.answer({ op: "shared", seq: 1, data: shared });
  return client;
}

test("a phone says who it is with its token, in headers", async () => {
  const { asked, route } = serverSays(200, '{"photo":"f0"}');
  assert.deepEqual(await route.put(FILE, WHO), { ok: true, photo: "f0" });
  const [{ path, method, headers }] = asked;
  assert.deepEqual([path, method], ["/photo", "POST"]);
  assert.deepEqual(Object.fromEntries(headers), {
    "leefkit-lang": "nl",
    "leefkit-team": "Tafel%201",
    "leefkit-token": "T",
  });
});

test("a screen says its role, and its table whatever that is called", async () => {
  const { asked, route } = serverSays(404, '{"error":{"code":"unknown_photo","message":"Weg."}}');
  const outcome = await route.get("f0", { ...WHO, role: "team", team: "Über ☕" });
  assert.deepEqual(outcome, { ok: false, error: { code: "unknown_photo", message: "Weg." } });
  assert.equal(asked[0].path, "/photo/f0");
  assert.equal(asked[0].headers.get("leefkit-role"), "team");
  assert.equal(decodeURIComponent(asked[0].headers.get("leefkit-team")), "Über ☕");
  assert.equal(asked[0].headers.has("leefkit-token"), false);
});

test("what a browser can't make smaller goes as it is", async () => {
  assert.equal(await shrink(FILE), FILE);
});

test("a client sends photos as the participant that it is, beside its outbox", async () => {
  const { asked, route } = serverSays(200, '{"photo":"f0"}');
  const client = clientWith(route, WHO);
  assert.equal(client.get("photos"), true);
  assert.deepEqual(await client.send({ kind: "photo", file: FILE }), { ok: true, photo: "f0" });
  assert.equal(asked[0].headers.get("leefkit-token"), "T");
  assert.deepEqual(client.get("pending"), []);
});

test("a refused photo is told to its sender, a picture that is gone only to the card", async () => {
  const { route } = serverSays(413, '{"error":{"code":"photo_too_large","message":"Te groot."}}');
  const client = clientWith(route, WHO);
  const told = [];
  client.on("refused", (error) => told.push(error.message));
  assert.equal((await client.send({ kind: "picture", photo: "f0" })).ok, false);
  assert.deepEqual(told, []);
  assert.equal((await client.send({ kind: "photo", file: FILE })).ok, false);
  assert.deepEqual(told, ["Te groot."]);
});

test("without a way for photos, or without a connection, it says so", async () => {
  const broken = photoRoute(async () => {
    throw new TypeError("no network");
  });
  for (const [photos, there] of [
    [null, false],
    [broken, true],
  ]) {
    const client = clientWith(photos, WHO);
    assert.equal(client.get("photos"), there);
    assert.equal((await client.send({ kind: "photo", file: FILE })).error.message, "Niet nu.");
  }
});

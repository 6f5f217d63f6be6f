// The large screens' pure helpers: what a button does next, how cards are laid out, what a file says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { csv, csvAddress } from "../../kit/front/activities/parts/csv.js";
import { columnsFor } from "../../kit/front/activities/parts/flow.jsx";
import { blocks } from "../../kit/front/activities/parts/markdown.jsx";
import { byTeam, byZone, supportWord } from "../../kit/front/activities/parts/words.js";
import { paceWord, undoWord } from "../../kit/front/screens/trainer/bar.jsx";
import { around, mainAct, theEnd, whyWait } from "../../kit/front/screens/trainer/controls.jsx";
import { byPhase } from "../../kit/front/screens/trainer/runsheet.jsx";
import { renumber } from "../../kit/front/screens/trainer/tables.jsx";
import { plainAddress } from "../../kit/front/screens/wall/join.jsx";
import { comesLater, counted, dayMinutes } from "../../kit/front/ui/phase.jsx";
import { translator } from "../../kit/front/ui/text.js";

const t = translator("en");
const step = (more) => ({
  activity: "canvas",
  input: true,
  status: "open",
  per: "person",
  can_hide: false,
  revealed: false,
  ...more,
});
const shared = (more, counts = { ready: 0, ready_of: 0 }) => ({ step: step(more), counts });

test("the likeliest act follows where the step is", () => {
  assert.equal(mainAct(shared({ status: "waiting" })), "open");
  assert.equal(mainAct(shared({ status: "open", can_hide: true })), "close");
  assert.equal(mainAct(shared({ status: "closed", can_hide: true })), "reveal");
  assert.equal(mainAct(shared({ status: "closed", can_hide: true, revealed: true })), null);
  assert.equal(mainAct(shared({ input: false, status: "waiting" })), null);
});

test("going on asks once while input is open, and says how many are ready", () => {
  assert.equal(whyWait(shared({ status: "closed" }), t), "");
  assert.match(whyWait(shared({}, { ready: 3, ready_of: 20 }), t), /3 of 20 are ready/);
  assert.match(whyWait(shared({ per: "team" }, { ready: 1, ready_of: 4 }), t), /1 of 4 tables/);
  assert.match(whyWait(shared({}, { ready: 20, ready_of: 20 }), t), /still open/);
});

const line = (id, more) => ({ id, minutes: 10, status: "closed", skipped: false, later: false, ...more });
const follow = { later: true, minutes: 0, status: "waiting" };

test("the day ends before a step that is held weeks later", () => {
  const day = [line("a"), line("b", { skipped: true }), line("c", { now: true }), line("d", follow)];
  assert.deepEqual(
    { ...around(day), before: around(day).before.id, later: around(day).later.id },
    { before: "a", after: undefined, later: "d" },
  );
  assert.equal(theEnd(true, t).name, "Finish for today");
  assert.equal(theEnd(false, t).name, "Finish the workshop");
  assert.deepEqual(
    counted(day).map((one) => one.id),
    ["a", "c"],
  );
  assert.equal(dayMinutes(day), 20);
  assert.equal(comesLater(day).id, "d");
});

test("weeks later it is the last step, and nothing is to come", () => {
  const back = [line("a"), line("d", { ...follow, now: true, status: "open" })];
  assert.equal(around(back).later, undefined);
  assert.equal(around(back).before.id, "a");
  assert.equal(counted(back).length, 2);
  assert.equal(comesLater(back), undefined);
  assert.equal(around([line("a", { now: true }), line("d", { ...follow, skipped: true })]).later, undefined);
});

test("the pace is told in whole minutes", () => {
  assert.equal(paceWord(null, t), "");
  assert.equal(paceWord(20, t), "On schedule");
  assert.equal(paceWord(60, t), "1 minute ahead");
  assert.equal(paceWord(-240, t), "4 minutes behind");
});

test("an action that this version does not know still has a word", () => {
  assert.equal(undoWord("step_opened", t), "opening the step");
  assert.equal(undoWord("something_newer", t), "the last action");
});

test("steps of one phase stand together", () => {
  const runs = byPhase([
    { id: "a", phase: "open" },
    { id: "b", phase: "define" },
    { id: "c", phase: "define" },
    { id: "d", phase: "open" },
  ]);
  assert.deepEqual(
    runs.map((run) => [run.phase, run.steps.map(({ id }) => id)]),
    [
      ["open", ["a"]],
      ["define", ["b", "c"]],
      ["open", ["d"]],
    ],
  );
});

test("fewer or more tables keep the names of those that stay", () => {
  const name = (n) => `Table ${n}`;
  assert.deepEqual(renumber(["Zon", "Table 2", "Maan"], 2, name), ["Zon", "Table 2"]);
  assert.deepEqual(renumber(["Zon", "Table 1"], 4, name), ["Zon", "Table 1", "Table 2", "Table 3"]);
});

test("columns: as many as fit, four at most, and no page that is nearly empty", () => {
  assert.equal(columnsFor(0.4, 1), 1);
  assert.equal(columnsFor(9, 1), 4);
  assert.equal(columnsFor(4, 9), 3);
  assert.equal(columnsFor(4, 4), 4);
  assert.equal(columnsFor(4, 2), 2);
});

const ZONES = [
  { id: "see", label: "Sees", icon: "" },
  { id: "say", label: "Says", icon: "+" },
];
const CARDS = [
  { id: "k1", zone: "say", team: "B" },
  { id: "k2", zone: "see", team: "B" },
  { id: "k3", zone: "say", team: null },
];

test("cards by zone keep the order of the zones, and empty zones their place", () => {
  const groups = byZone([...ZONES, { id: "do", label: "Does" }], CARDS);
  assert.deepEqual(
    groups.map(({ title, cards }) => [title, cards.map(({ id }) => id)]),
    [
      ["Sees", ["k2"]],
      ["Says", ["k1", "k3"]],
      ["Does", []],
    ],
  );
});

test("cards by team are in the order of the zones; those without a team are not lost", () => {
  const groups = byTeam(ZONES, CARDS, ["A", "B"]);
  assert.deepEqual(
    groups.map(({ id, cards }) => [id, cards.map((card) => card.id)]),
    [
      ["B", ["k2", "k1"]],
      ["", ["k3"]],
    ],
  );
});

test("support is told in words", () => {
  assert.equal(new Set(["broad", "partly", "divides", "few"].map((label) => supportWord(label, t))).size, 4);
});

test("the address on the wall is what a person must type", () => {
  assert.equal(plainAddress("http://192.168.1.5:8765/j/K7QF"), "192.168.1.5:8765");
  assert.equal(plainAddress("https://leefkit.local/"), "leefkit.local");
});

test("a file opens in a Dutch and an English spreadsheet", () => {
  const rows = [["Stil; en: 'rust'", 1.5, null]];
  assert.equal(csv(["Text", "n", "x"], rows, "nl"), "Text;n;x\r\n\"Stil; en: 'rust'\";1,5;");
  assert.equal(csv(["a"], [['say "hi"']], "en"), 'a\r\n"say ""hi"""');
});

test("a text that someone wrote is never a formula", () => {
  for (const text of ["=1+1", "+31", "-1", "@x"]) assert.equal(csv(["a"], [[text]], "en"), `a\r\n'${text}`);
  assert.equal(csv(["a"], [[-1]], "en"), "a\r\n-1");
});

test("the file lies in its own address and keeps accents", () => {
  const address = csvAddress(["Idee"], [["Café"]], "nl");
  assert.ok(address.startsWith("data:text/csv"));
  assert.equal(decodeURIComponent(address.split(",").slice(1).join(",")), "\uFEFFIdee\r\nCafé");
});

test("a trainer's notes come apart in headings, lists and text", () => {
  const found = blocks("## Waarom\n\nEen plein.\nMet mensen.\n\n- een\n- twee\n\nSlot.");
  assert.deepEqual(found, [
    { kind: "heading", lines: ["Waarom"] },
    { kind: "text", lines: ["Een plein.", "Met mensen."] },
    { kind: "list", lines: ["een", "twee"] },
    { kind: "text", lines: ["Slot."] },
  ]);
});

// How a bowtie is built on screen: which part comes next, on what something new goes, and friendly doubts.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  doubt,
  ELEMENTS,
  guideTo,
  nameOf,
  nextPart,
  placeOf,
  placesFor,
  progress,
} from "../../kit/front/activities/bowtie/guide.js";
import { chains, marksOf, told } from "../../kit/front/activities/bowtie/marks.js";
import { inOrder } from "../../kit/front/activities/bowtie/result.jsx";
import { translator } from "../../kit/front/ui/text.js";

const t = translator("en");
const view = { most_lines: 5, most_measures: 3 };
const NONE = { organisation: "", lead: "", status: "", effect: "", prevention: 0, chain: "", domain: "" };
const node = (id, element, parent = null, marks = {}) => ({
  id,
  element,
  parent,
  text: `text ${id}`,
  marks: { ...NONE, ...marks },
});
const tie = (nodes, tells = {}) => ({ nodes, tells: { gaps: [], bare: [], ...tells } });

test("every part has a name, an explanation and a question", () => {
  for (const element of ELEMENTS) {
    const { is, ask } = guideTo(element, t);
    assert.ok(nameOf(element, t).part && nameOf(element, t).one && is && ask, element);
    assert.match(ask, /\?$/);
  }
});

test("the parts come in the building order, each when the one before it is done", () => {
  const nodes = [];
  const next = (tells) => nextPart(tie(nodes, tells), view);
  assert.equal(next(), "hazard");
  nodes.push(node("n1", "hazard"));
  assert.equal(next(), "top_event");
  nodes.push(node("n2", "top_event"));
  assert.equal(next(), "threat");
  nodes.push(...["n3", "n4", "n5"].map((id) => node(id, "threat")));
  assert.equal(next(), "consequence");
  nodes.push(...["n6", "n7", "n8"].map((id) => node(id, "consequence")));
  assert.equal(next({ gaps: ["n4", "n6"] }), "prev");
  assert.equal(next({ gaps: ["n6"] }), "recov");
  assert.equal(next(), "escal");
  nodes.push(node("n9", "prev", "n3"), node("n10", "escal", "n9"));
  assert.equal(next({ bare: ["n10"] }), "escal_barrier");
});

test("a part is full when there is no room for more", () => {
  const lines = Array.from({ length: 5 }, (_, i) => node(`n${i}`, "threat"));
  assert.deepEqual(progress(tie(lines.slice(1)), "threat", view), { n: 4, full: false, done: true });
  assert.equal(progress(tie(lines), "threat", view).full, true);
  assert.equal(progress(tie([]), "prev", view).full, true, "nothing to put a measure on");
});

test("something new goes on a place with room: where one points, else the first gap", () => {
  const measures = ["a", "b", "c"].map((id) => node(id, "prev", "n1"));
  const drawn = tie([node("n1", "threat"), node("n2", "threat"), node("n3", "threat"), ...measures], {
    gaps: ["n3"],
  });
  const places = placesFor(drawn, "prev", 3);
  assert.deepEqual(
    places.map(({ id }) => id),
    ["n2", "n3"],
  );
  assert.equal(placeOf(drawn, places, "n2").id, "n2");
  assert.equal(placeOf(drawn, places, "n1").id, "n3", "there is no room there");
  assert.equal(placeOf(drawn, [], ""), null);
  assert.deepEqual(
    placesFor(drawn, "escal", 3).map(({ id }) => id),
    ["a", "b", "c"],
  );
});

test("a doubt is friendly, and never about what is well said", () => {
  const asks = (element, text) => doubt(element, text, t) !== "";
  assert.ok(asks("threat", "Geen toezicht na 22 uur"));
  assert.ok(asks("threat", "communicatie"));
  assert.ok(asks("consequence", "De winkel gaat eerder dicht en bewoners blijven binnen"));
  for (const text of ["Oudere jongens brengen vuurwerk mee", "Het vriest", ""]) {
    assert.equal(doubt("threat", text, t), "");
  }
  assert.equal(doubt("prev", "Geen energydrank verkopen na 20 uur", t), "");
});

test("what is said of an element stands in one line", () => {
  const shared = { organisations: [{ id: "politie", name: "Politie" }] };
  const said = { organisation: "politie", lead: "wijkagent", status: "nieuw", effect: "zwak", prevention: 4 };
  assert.equal(
    told(shared, node("n1", "prev", "n2", said), t),
    "Politie · wijkagent · is new · works badly · 4: when it goes wrong",
  );
  assert.equal(told(shared, node("n1", "recov"), t), "no owner yet");
  assert.equal(told(shared, node("n1", "threat", null, { domain: "zorg" }), t), "care");
  assert.equal(told(shared, node("n1", "hazard"), t), "");
});

test("a measure has all marks, a line its domain, and each side its own links of the chain", () => {
  assert.equal(marksOf("prev").length, 7);
  assert.deepEqual(marksOf("threat"), ["domain"]);
  assert.deepEqual(marksOf("hazard"), []);
  const values = (element) => chains(element, t).map(([value]) => value);
  assert.deepEqual(values("prev"), ["proactie", "preventie"]);
  assert.deepEqual(values("recov"), ["preparatie", "repressie", "nazorg"]);
});

test("the table reads a line with its measures, and what hangs on those", () => {
  const nodes = [
    node("n1", "consequence"),
    node("n2", "threat"),
    node("n3", "hazard"),
    node("n4", "recov", "n1"),
    node("n5", "prev", "n2"),
    node("n6", "escal", "n5"),
  ];
  assert.deepEqual(
    inOrder(tie(nodes)).map(({ id }) => id),
    ["n3", "n2", "n5", "n6", "n1", "n4"],
  );
});

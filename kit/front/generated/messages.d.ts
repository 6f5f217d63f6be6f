// Made by scripts/typescript.py from the structs in kit/model and kit/activities, in `make front`.
// biome-ignore-all lint/suspicious/noExplicitAny: what differs by activity has its own interface below
// biome-ignore-all format: made by a program

/** What one audience may see. */
export interface Shared {
  role: string;
  lang: string;
  langs: string[];
  title: string;
  case: string;
  kind: string;
  programme: string;
  state: string;
  steps: StepLine[];
  step: StepView | null;
  view: Record<string, any> | null;
  counts: Counts;
  organisations: Named[];
  teams: TeamView[];
  team: string | null;
  attention: boolean;
  message: string;
  join: JoinInfo | null;
  console: Console | null;
  room: Record<string, any> | null;
  results: Record<string, any> | null;
  figures: FigureView[];
}

/** One line of the programme. */
export interface StepLine {
  id: string;
  title: string;
  phase: string;
  activity: string;
  minutes: number;
  status: string;
  now: boolean;
  input: boolean;
  skipped: boolean;
  later: boolean;
  revealed: boolean;
  opened_at: number | null;
  closed_at: number | null;
  planned_at: number | null;
}

/** The step the room is in. */
export interface StepView {
  id: string;
  title: string;
  phase: string;
  activity: string;
  minutes: number;
  instruction: string;
  status: string;
  per: string;
  hidden: boolean;
  revealed: boolean;
  anonymous: boolean;
  timer: TimerView;
  input: boolean;
  can_hide: boolean;
}

/** ``ends`` while it runs, ``left`` (seconds) while it is paused; both None when there is no timer. */
export interface TimerView {
  total: number;
  ends: number | null;
  left: number | null;
}

/** Three different numbers. ``connected`` is None where no server runs. */
export interface Counts {
  joined: number;
  ready: number;
  connected: number | null;
  ready_of: number;
}

/** An id with its name in the viewer's language. */
export interface Named {
  id: string;
  name: string;
}

/** One team; organisations maps organisation id to the number of its people here. */
export interface TeamView {
  name: string;
  people: number;
  organisations: Record<string, number>;
  ready: boolean;
}

/** How to get in. ``qr`` is the path data of an SVG that is ``size`` units wide, quiet zone included. */
export interface JoinInfo {
  url: string;
  code: string;
  qr: string;
  size: number;
}

/** What only the trainer sees. */
export interface Console {
  trainer_text: string;
  people: PersonView[];
  undo: string | null;
  checks: Check[];
  health: Health;
  started_at: number | null;
  ahead_seconds: number | null;
  extras: Named[];
  case_text: string;
  case_hints: string[];
}

/** For the trainer alone. */
export interface PersonView {
  id: string;
  organisation: string | null;
  team: string | null;
  name: string | null;
  ready: boolean;
}

/** One line of the checklist before the start. ``state``: ok, warn or fail. */
export interface Check {
  id: string;
  state: string;
  text: string;
}

/** What the trainer should know of the system. */
export interface Health {
  seq: number;
  saved_at: number | null;
  backup_at: number | null;
  file: string;
  disk_free_mb: number | null;
}

/** One chart, in the language and the shape that its audience needs. */
export interface FigureView {
  id: string;
  title: string;
  unit: string;
  says: string;
  drawing: ChartDrawing | null;
  head: string[];
  rows: ((string | number | null)[])[];
  digits: number;
  notes: string[];
  credit: string[];
}

/** A chart on its sheet. */
export interface ChartDrawing {
  width: number;
  height: number;
  paths: ChartPath[];
  texts: ChartText[];
}

/** A line or an area: ``d`` is the data of an SVG path, ``look`` what it stands for. */
export interface ChartPath {
  d: string;
  look: string;
}

/** A line of text that stands on (x, y). */
export interface ChartText {
  x: number;
  y: number;
  text: string;
  look: string;
  anchor: "end" | "middle" | "start";
}

/** What is for one viewer alone. */
export interface Mine {
  me: Me | null;
  step: string | null;
  ready: boolean;
  view: Record<string, any> | null;
  past: Past[];
  code: string | null;
  keepsakes: Keepsake[];
}

/** The participant who looks. */
export interface Me {
  id: string;
  organisation: string | null;
  organisation_name: string | null;
  team: string | null;
  name: string | null;
  lang: string;
}

/** What this viewer contributed to an earlier step. */
export interface Past {
  step: string;
  title: string;
  texts: string[];
}

/** A file that somebody may take along on their phone, such as dates for their calendar. */
export interface Keepsake {
  name: string;
  label: string;
  type: string;
  text: string;
}

/** The results of the whole workshop, collaboration first. */
export interface ResultsView {
  organisations: Named[];
  joined: Record<string, number>;
  tables_mixed: number | null;
  contributions: number;
  voters: number;
  winner: string | null;
  question: string | null;
  steps: ResultStep[];
  figures: FigureView[];
  place: string;
  began: number | null;
  sources: string[];
}

/** One step in the results: its cards by zone, or its ranking. */
export interface ResultStep {
  id: string;
  title: string;
  phase: string;
  activity: string;
  view: Record<string, any>;
  figures: FigureView[];
}

/** One card as others may see it. */
export interface CardView {
  id: string;
  zone: string;
  text: string;
  team: string | null;
  organisation: string | null;
  hidden: boolean;
  parent: string | null;
  merged: string[];
  editable: boolean;
  paper: boolean;
  evidence: string | null;
  photo: string | null;
  round: number | null;
  table: string | null;
  tags: string[];
}

/** The agreements, oldest first; a phone gets the newest while people write, and its own besides. */
export interface AgreementsShared {
  activity: "agreements";
  agreements: AgreementView[];
  total: number;
  sources: Source[];
  parties: Party[];
  need_confirmation: boolean;
  calendar: CalendarView | null;
}

/** One agreement. ``owner``, ``partners`` and ``organisation`` are ids; see the parties. */
export interface AgreementView {
  id: string;
  what: string;
  owner: string | null;
  lead: string | null;
  partners: string[];
  first_step: string | null;
  due: string | null;
  look_back: string | null;
  works: string | null;
  needs: string | null;
  why: Named[];
  status: string;
  missing: string[];
  organisation: string | null;
  team: string | null;
  reason: string | null;
  again: boolean;
  paper: boolean;
  confidence: number | null;
  sure: Record<string, number>;
}

/** What an earlier step offers to begin an agreement with. */
export interface Source {
  step: string;
  title: string;
  offers: Offer[];
}

/** Something that an earlier step found and a later one may build on: a card, or a gap in a bowtie. */
export interface Offer {
  id: string;
  text: string;
  organisation: string | null;
  team: string | null;
}

/** An organisation that may own an agreement or take part in it; ``here``: some of its people are in. */
export interface Party {
  id: string;
  name: string;
  here: boolean;
}

/** A calendar file in parts: ``head``, the entries of any of the agreements, ``end``. */
export interface CalendarView {
  head: string;
  entries: Record<string, string>;
  end: string;
}

/** What is the viewer's own: what they or their table wrote, and what their organisation has a part in. */
export interface AgreementsMine {
  agreements: AgreementView[];
  asked: string[];
  editable: string[];
  rates: Record<string, number>;
  left: number;
}

/** The ballot; ``result`` only after it was closed. The trainer sees before what will be on it. */
export interface BallotShared {
  activity: "ballot";
  method: string;
  dots: number;
  most: number;
  winners: number;
  budget: number;
  options: OptionView[];
  open_vote: boolean;
  small: string[];
  voted: number | null;
  result: BallotResult | null;
}

/** One card on the ballot. */
export interface OptionView {
  card: string;
  text: string;
  zone: string;
  team: string | null;
  merged: string[];
  cost: number | null;
}

/** The ranking, best first. */
export interface BallotResult {
  rows: ResultRow[];
  voters: number;
  organisations: number;
  tables: boolean;
  rank: string;
  close: boolean;
  duels: number[][] | null;
  spent: number | null;
  most_votes: string[] | null;
  most_votes_spent: number | null;
}

/** One card in the ranking. Nothing here tells one organisation's votes apart from another's. */
export interface ResultRow {
  card: string;
  text: string;
  place: number;
  points: number;
  voters: number;
  answered: number;
  against: number;
  share: number;
  scale: number;
  majority: number;
  lowest: number | null;
  label: string;
  chosen: boolean;
  chance: number | null;
  wins: number | null;
  mark: number | null;
  middle: number | null;
  cost: number | null;
}

/** The viewer's own ballot. ``order`` is this voter's own random order of the cards. */
export interface BallotMine {
  votes: Record<string, number>;
  left: number;
  order: string[];
}

/** The bowties that this audience may see: its own table's, or all of them. */
export interface BowtieShared {
  activity: "bowtie";
  most_lines: number;
  most_measures: number;
  max_chars: number;
  ties: TieView[];
  tally: TallyView[];
  levels: LevelRow[];
  seed: SeedView | null;
}

/** One table's bowtie. Phones get no drawing and no ideas: they show it as a list. */
export interface TieView {
  team: string;
  topic: string;
  nodes: NodeView[];
  tells: TieIndicators;
  drawings: TieDrawing[];
  whole: TieDrawing | null;
  ideas: IdeaView[];
}

/** One element of a bowtie. */
export interface NodeView {
  id: string;
  element: "consequence" | "escal" | "escal_barrier" | "hazard" | "prev" | "recov" | "threat" | "top_event";
  text: string;
  parent: string | null;
  card: string | null;
  marks: NodeMarks;
}

/** What is said about an element besides its text; an empty text, or level 0, where nothing was said. */
export interface NodeMarks {
  organisation: string;
  lead: string;
  status: "" | "bestaat" | "idee" | "nieuw";
  effect: "" | "goed" | "matig" | "onbekend" | "zwak";
  prevention: 0 | 1 | 2 | 3 | 4;
  chain: "" | "nazorg" | "preparatie" | "preventie" | "proactie" | "repressie";
  domain: "" | "digitaal" | "fysiek" | "sociaal" | "veiligheid" | "zorg";
}

/** What one bowtie tells. */
export interface TieIndicators {
  threats: number;
  consequences: number;
  left: number;
  right: number;
  gaps: string[];
  weak: string[];
  bare: string[];
  owned: number;
  ownership: number | null;
  largest: string | null;
  dependence: number | null;
  leans: boolean;
  links: TieLink[];
}

/** A line of one domain that a measure from another domain lies on. */
export interface TieLink {
  line: string;
  measure: string;
  of: string;
  by: string;
  care: boolean;
}

/** One sheet. ``part`` is ``whole``, ``overview``, ``left`` or ``right``; a side may have pages. */
export interface TieDrawing {
  width: number;
  height: number;
  part: string;
  boxes: TieBox[];
  wires: TieWire[];
  page: number;
  pages: number;
}

/** One element. ``kind`` is that of its node, or ``gap``; then ``node`` is the line that lacks a measure. */
export interface TieBox {
  node: string | null;
  kind: string;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
  note: string[];
  status: string | null;
  weak: boolean;
  left: number;
  base: number;
}

/** A line of the drawing as the data of an SVG path. ``gap`` when nothing lies on it. */
export interface TieWire {
  path: string;
  kind: string;
  gap: boolean;
}

/** A card that may go on a line; ``node`` is the element that it was written for, where that is known. */
export interface IdeaView {
  card: string;
  text: string;
  node: string | null;
}

/** How far a table is. */
export interface TallyView {
  team: string;
  lines: number;
  measures: number;
  gaps: number;
}

/** What one organisation owns at levels 1 to 4 of prevention; ``name`` is empty for what nobody owns. */
export interface LevelRow {
  name: string;
  counts: number[];
}

/** The bowtie of the case, for the trainer alone. */
export interface SeedView {
  hazard: string;
  top_event: string;
  threats: string[];
  consequences: string[];
  measures: string[];
}

/** The case. ``html`` is made from the case's own Markdown, with raw HTML switched off. */
export interface BriefingShared {
  activity: "briefing";
  title: string;
  kind: string;
  place: string;
  summary: string;
  html: string;
  stakeholders: StakeholderView[];
  quotes: QuoteView[];
  figures: FactView[];
  timeline: MomentView[];
  pictures: PictureView[];
  charts: FigureView[];
  roles: boolean;
}

/** One stakeholder of the case. The blind spot is for the trainer alone. */
export interface StakeholderView {
  name: string;
  organisation: string;
  interest: string;
  concern: string;
  can: string;
  cannot: string;
  blind_spot: string | null;
  people: number | null;
}

/** What somebody says: ``written`` for this case, or as ``source`` has it. */
export interface QuoteView {
  who: string;
  text: string;
  written: boolean;
  source: string;
}

/** A figure with where it comes from and of when it is; ``invented`` figures say so. */
export interface FactView {
  value: string;
  unit: string;
  label: string;
  source: string;
  invented: boolean;
  date: string;
}

/** One line of the timeline. */
export interface MomentView {
  when: string;
  what: string;
  source: string;
}

/** A picture of the case. Who is sent ``photo``, its name in the workshop file, may fetch it. */
export interface PictureView {
  photo: string;
  alt: string;
  caption: string;
  source: string;
}

/** Whose eyes the viewer looks with; None for who said not yet where they come from. */
export interface BriefingMine {
  role: StakeholderView | null;
}

/** The café. Phones and tables get the cards of one table; all of the harvest once the step is closed. */
export interface CafeShared {
  activity: "cafe";
  variant: string;
  round: number;
  rounds: number;
  round_minutes: number;
  switch_minutes: number;
  themes: ThemeView[];
  theme: string | null;
  zones: string[];
  tables: TableView[];
  cards: CardView[];
  total: number;
  harvest: number;
  insights: number;
  questions: number;
  left: Record<string, number>;
  max_chars: number;
  lessons: string[];
  meetings: MeetingsView | null;
  plan: PlanView | null;
  doubles: string[][];
}

/** What a table, or the room, talks about. */
export interface ThemeView {
  id: string;
  title: string;
  question: string;
}

/** One table in this round (before the first: in the first one to come). */
export interface TableView {
  name: string;
  theme: string;
  people: number;
  organisations: Record<string, number>;
  harvest: number;
}

/** What the rounds that began brought about. Counts, never people. */
export interface MeetingsView {
  pairs: number;
  others: number;
  again: number;
}

/** What the trainer should know before and between the rounds. */
export interface PlanView {
  planned: boolean;
  tables: number;
  advice: number;
  people: number;
  volunteers: string[];
  missing: string[];
  seats: SeatView[];
}

/** One person in the plan, for the trainer alone: their tables by round, None where they have none. */
export interface SeatView {
  participant: string;
  tables: (string | null)[];
  host: boolean;
  gone: boolean;
}

/** Where the viewer sits, and goes; and their own cards, newest first. */
export interface CafeMine {
  table: string | null;
  next: string | null;
  route: (string | null)[];
  host: boolean;
  volunteer: boolean;
  met: number;
  organisations: number;
  cards: CardView[];
}

/** The canvas with the cards that this audience may see, oldest first. */
export interface CanvasShared {
  activity: "canvas";
  canvas: string;
  title: string;
  layout: string;
  zones: ZoneView[];
  focus: string[];
  offers: Offer[];
  cards: CanvasCard[];
  total: number;
  by_team: Record<string, number>;
  limit: number;
  max_chars: number;
  rows: ZoneView[];
  across: AxisView | null;
  up: AxisView | null;
  evidence: boolean;
  assumptions: number;
  photo: boolean;
  variants: VariantView[];
  deck: DeckCardView[];
  ending: string;
  round: number;
  rounds: number;
  round_minutes: number;
  round_cards: number;
  pass_on: boolean;
  take_over: boolean;
  built_on: number | null;
  journey: JourneyView | null;
  doubles: string[][];
}

/** One field of the canvas, or one row that every field has. */
export interface ZoneView {
  id: string;
  label: string;
  help: string;
  icon: string;
  scale: number[];
  aside: boolean;
  evidence: string | null;
}

/** A card with what only its writer, their table and the trainer are told. */
export interface CanvasCard {
  id: string;
  zone: string;
  text: string;
  team: string | null;
  organisation: string | null;
  hidden: boolean;
  parent: string | null;
  merged: string[];
  editable: boolean;
  paper: boolean;
  evidence: string | null;
  photo: string | null;
  round: number | null;
  table: string | null;
  tags: string[];
  hints: string[];
  turned: string | null;
}

/** One side of four quadrants, with its two ends. */
export interface AxisView {
  label: string;
  low: string;
  high: string;
}

/** A button that gives a text another turn: it puts ``start`` in an empty field. */
export interface VariantView {
  id: string;
  label: string;
  help: string;
  start: string;
}

/** A card to draw for inspiration. */
export interface DeckCardView {
  id: string;
  sign: string;
  title: string;
  text: string;
  question: string;
}

/** What is drawn along the zones: one value per zone. */
export interface JourneyView {
  feeling: (number | null)[];
  low: number;
  high: number;
  dip: number | null;
  handovers: number[];
  contact: string;
}

/** The viewer's own cards, and how many more they may write (None: as many as they like). */
export interface CanvasMine {
  cards: CanvasCard[];
  left: number | null;
  tips: string[];
  sheet: SheetView | null;
}

/** The sheet that somebody has in hand in this round, with all that was written on it, oldest first. */
export interface SheetView {
  number: number;
  of: number;
  own: boolean;
  cards: CanvasCard[];
}

/** The grid; ``result`` only after it was closed. */
export interface GridShared {
  activity: "grid";
  grid: string;
  title: string;
  x: GridAxisView;
  y: GridAxisView;
  regions: RegionView[];
  cards: GridCard[];
  winners: number;
  round: number;
  again: string[];
  begun: number | null;
  done: number | null;
  counts: Record<string, number>;
  result: GridResult | null;
}

/** One axis. ``reverse``: little is drawn where much is otherwise. */
export interface GridAxisView {
  title: string;
  question: string;
  points: PointView[];
  criteria: CriterionView[];
  classes: boolean;
  reverse: boolean;
}

/** One point of a scale. */
export interface PointView {
  value: number;
  sign: string;
  label: string;
  help: string;
}

/** One of the things that an axis is made of; ``anchors`` say by sign what a class means. */
export interface CriterionView {
  id: string;
  title: string;
  anchors: Record<string, string>;
}

/** A part of the grid, the most urgent first. Where areas overlap, the first region has it. */
export interface RegionView {
  id: string;
  title: string;
  text: string;
  shape: string;
  areas: AreaView[];
}

/** A rectangle in units of the scales; it ends half a unit beyond the outer points. */
export interface AreaView {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** One card to place. */
export interface GridCard {
  card: string;
  text: string;
  merged: string[];
}

/** Where all cards lie, the most urgent first. ``unplaced`` are the texts that nobody placed. */
export interface GridResult {
  rows: PlacedCard[];
  unplaced: string[];
  people: number;
  voices: number;
  tables: boolean;
  figure: FigureView | null;
}

/** Where the room places a card, by the median over organisations. */
export interface PlacedCard {
  card: string;
  text: string;
  place: number;
  x: number;
  y: number;
  x_sign: string;
  y_sign: string;
  x_low: number;
  x_high: number;
  y_low: number;
  y_high: number;
  region: string | null;
  people: number;
  voices: number;
  discuss: string[];
  apart: Voice[];
  was: number[];
  was_signs: string[];
  chosen: boolean;
}

/** Where one organisation, or table, places a card. Only a large one, among others, has a name. */
export interface Voice {
  x: number;
  y: number;
  name: string | null;
}

/** The viewer's own placings by card, and their own random order of the cards. */
export interface GridMine {
  placed: Record<string, PlacingView>;
  order: string[];
}

/** Where the viewer placed a card, and in which round. */
export interface PlacingView {
  x: number;
  y: number;
  scores: Record<string, string>;
  round: number;
}

/** The questions; ``result`` only after it was closed, and never of the first moment alone. */
export interface SurveyShared {
  activity: "survey";
  moment: string;
  intro: string;
  items: ItemView[];
  choices: Record<string, ChoiceView[]>;
  sets: Named[];
  about: Named[];
  code: string | null;
  answered: number | null;
  complete: number | null;
  recognised: number | null;
  slips: number | null;
  result: SurveyResult | null;
}

/** One question. ``choices`` names its scale. */
export interface ItemView {
  id: string;
  set: string;
  text: string;
  construct: string;
  choices: string;
  each: boolean;
}

/** One answer to choose. */
export interface ChoiceView {
  value: number;
  label: string;
}

/** What changed since the first moment. Never per organisation, and nothing of fewer than 5 people. */
export interface SurveyResult {
  people: number;
  pairs: number;
  shown: string;
  measures: MeasureView[];
  items: ItemResult[];
  once: OnceResult[];
  everyone: EveryoneView[];
  ties: TiesView | null;
}

/** The change of a person score over those who have one at both moments. */
export interface MeasureView {
  id: string;
  n: number;
  shown: string;
  top: number;
  bottom: number;
  up: number | null;
  same: number | null;
  down: number | null;
  median: number | null;
  before: number | null;
  after: number | null;
  mean: number | null;
  low: number | null;
  high: number | null;
  effect: number | null;
  effect_low: number | null;
  effect_high: number | null;
  verdict: string | null;
  day: number | null;
  together: number | null;
}

/** One item that was asked twice: people up, same and down, and the shares that agree. */
export interface ItemResult {
  id: string;
  n: number;
  up: number | null;
  same: number | null;
  down: number | null;
  agree_before: number | null;
  agree_after: number | null;
}

/** One item that was asked at this moment alone. ``counts`` follow the order of its choices. */
export interface OnceResult {
  id: string;
  n: number;
  median: number | null;
  mean: number | null;
  counts: number[] | null;
  memory: string | null;
}

/** The difference over all answers, also of people who answered once. ``how``: overlap or welch. */
export interface EveryoneView {
  id: string;
  how: string;
  mean: number;
  low: number;
  high: number;
  before: number;
  after: number;
}

/** Who says yes about whom; rows and columns follow ``organisations``, null is too few or oneself. */
export interface TiesView {
  item: string;
  organisations: Named[];
  before: ((number | null)[])[];
  after: ((number | null)[])[];
  density_before: number | null;
  density_after: number | null;
  new: number[][];
  missing: number[][];
}

/** The viewer's own answers. */
export interface SurveyMine {
  answers: Record<string, number | null>;
  recognised: boolean;
  slip: boolean;
}

/** You are in. ``participant`` is None for other roles; ``time`` is the server's clock. */
export interface Welcome {
  op: "welcome";
  token: string;
  participant: string | null;
  seq: number;
  time: number;
  role: string;
  v: number;
}

/** The shared part of the view, whole. */
export interface SharedMessage {
  op: "shared";
  seq: number;
  data: any;
}

/** The viewer's own part of the view, whole. */
export interface MineMessage {
  op: "mine";
  seq: number;
  data: any;
}

/** The command is on disk. */
export interface Done {
  op: "done";
  id: string;
  seq: number;
}

/** The command, or the message, was refused and changed nothing. */
export interface Refused {
  op: "refused";
  id: string | null;
  error: ErrorBody;
}

/** Why not: a stable code, and a sentence in the client's language. */
export interface ErrorBody {
  code: string;
  message: string;
}

/** Here I am; ``time`` is Unix seconds on the server's clock. */
export interface Pong {
  op: "pong";
  time: number;
}

/** A participant says where they come from; ``name`` is kept apart so that it can be forgotten. */
export interface SetProfile {
  kind: "set_profile";
  organisation: string;
  name?: string | null;
  team?: string | null;
  lang?: string | null;
}

/** A participant, or a team's table, is done with a step, or is not yet. */
export interface Ready {
  kind: "ready";
  step: string;
  ready?: boolean;
}

/** The room moves to another step, forward or back. An open step is closed first. */
export interface GoTo {
  kind: "go_to";
  step: string;
}

/** A step takes input from now on; its timer starts. */
export interface Open {
  kind: "open";
  step: string;
}

/** A step takes no more input. */
export interface Close {
  kind: "close";
  step: string;
}

/** What was hidden in a step is shown to all. */
export interface Reveal {
  kind: "reveal";
  step: string;
}

/** Set the timer (``seconds``), change it (``add``), pause it or resume it: one of the four. */
export interface Timer {
  kind: "timer";
  seconds?: number | null;
  add?: number | null;
  pause?: boolean | null;
  resume?: boolean | null;
}

/** All phones say *look to the front*, or go back to work. */
export interface Attention {
  kind: "attention";
  on?: boolean;
}

/** A sentence from the trainer on every screen; an empty one takes it away. */
export interface Message {
  kind: "message";
  text?: string;
}

/** Name the teams anew. People whose team is gone, or who had none, are spread over the new ones. */
export interface SetTeams {
  kind: "set_teams";
  teams: string[];
}

/** One participant goes to another team. */
export interface Move {
  kind: "move";
  participant: string;
  team: string;
}

/** The workshop is over, or (``finished`` false) goes on after all. */
export interface Finish {
  kind: "finish";
  finished?: boolean;
}

/** Take back the trainer's last action. */
export interface Undo {
  kind: "undo";
}

/** A step is left out, or (``skipped`` false) done after all. What it holds stays. */
export interface SkipStep {
  kind: "skip_step";
  step: string;
  skipped?: boolean;
}

/** A step is done once more: a new one like it comes next, and the first keeps what it holds. */
export interface RepeatStep {
  kind: "repeat_step";
  step: string;
}

/** A step is put in after another: one of the kit's extra steps by name, or a whole one. */
export interface InsertStep {
  kind: "insert_step";
  after: string;
  extra?: string | null;
  whole?: Record<string, any> | null;
}

/** Propose an agreement. ``owner`` and ``partners`` are organisations; the owner still has to say yes. */
export interface AddAgreement {
  kind: "add_agreement";
  step: string;
  what: string;
  owner?: string | null;
  lead?: string | null;
  partners?: string[];
  first_step?: string | null;
  due?: string | null;
  look_back?: string | null;
  works?: string | null;
  needs?: string | null;
  cards?: string[];
  paper?: Paper | null;
}

/** A contribution written on paper that the trainer types in. */
export interface Paper {
  id: string;
  organisation?: string | null;
  team?: string | null;
}

/** Change an agreement. What is left out stays; an empty text or list takes it away. */
export interface EditAgreement {
  kind: "edit_agreement";
  step: string;
  agreement: string;
  what?: string | null;
  owner?: string | null;
  lead?: string | null;
  partners?: string[] | null;
  first_step?: string | null;
  due?: string | null;
  look_back?: string | null;
  works?: string | null;
  needs?: string | null;
  cards?: string[] | null;
  paper?: Paper | null;
}

/** Take your own proposal back. The trainer may take any agreement off the screens. */
export interface WithdrawAgreement {
  kind: "withdraw_agreement";
  step: string;
  agreement: string;
}

/** Somebody of the owner says yes on behalf of that organisation. */
export interface ConfirmAgreement {
  kind: "confirm_agreement";
  step: string;
  agreement: string;
  paper?: Paper | null;
}

/** Somebody of the owner says: not yet. Also takes back an earlier yes. */
export interface DeclineAgreement {
  kind: "decline_agreement";
  step: string;
  agreement: string;
  reason?: string | null;
  paper?: Paper | null;
}

/** How sure a partner is that it happens, 1 to 5; nothing takes it back. */
export interface RateAgreement {
  kind: "rate_agreement";
  step: string;
  agreement: string;
  confidence?: number | null;
  paper?: Paper | null;
}

/** What became of it: ``done``, ``dropped``, or nothing. The owner's to say, or the trainer's. */
export interface SettleAgreement {
  kind: "settle_agreement";
  step: string;
  agreement: string;
  outcome?: "done" | "dropped" | null;
}

/** The whole ballot of one voter: a weight by card. It replaces what this voter sent before. */
export interface CastVotes {
  kind: "cast_votes";
  step: string;
  votes: Record<string, number>;
  paper?: Paper | null;
}

/** Trainer: what a card costs in a vote with a budget; None for what it cost without this. */
export interface SetCost {
  kind: "set_cost";
  step: string;
  card: string;
  cost?: number | null;
}

/** Draw an element in a table's bowtie; the trainer says in which ``team``'s. */
export interface AddNode {
  kind: "add_node";
  step: string;
  element: "consequence" | "escal" | "escal_barrier" | "hazard" | "prev" | "recov" | "threat" | "top_event";
  text: string;
  parent?: string | null;
  team?: string | null;
  organisation?: string | null;
  lead?: string | null;
  status?: "" | "bestaat" | "idee" | "nieuw" | null;
  effect?: "" | "goed" | "matig" | "onbekend" | "zwak" | null;
  prevention?: 0 | 1 | 2 | 3 | 4 | null;
  chain?: "" | "nazorg" | "preparatie" | "preventie" | "proactie" | "repressie" | null;
  domain?: "" | "digitaal" | "fysiek" | "sociaal" | "veiligheid" | "zorg" | null;
}

/** Change an element. What is left out stays; an empty text, or level 0, takes it away. */
export interface EditNode {
  kind: "edit_node";
  step: string;
  node: string;
  text?: string | null;
  organisation?: string | null;
  lead?: string | null;
  status?: "" | "bestaat" | "idee" | "nieuw" | null;
  effect?: "" | "goed" | "matig" | "onbekend" | "zwak" | null;
  prevention?: 0 | 1 | 2 | 3 | 4 | null;
  chain?: "" | "nazorg" | "preparatie" | "preventie" | "proactie" | "repressie" | null;
  domain?: "" | "digitaal" | "fysiek" | "sociaal" | "veiligheid" | "zorg" | null;
}

/** Take an element off the drawing, with all that hangs on it. */
export interface RemoveNode {
  kind: "remove_node";
  step: string;
  node: string;
}

/** Put an element back that was taken off, with all that went with it. */
export interface RestoreNode {
  kind: "restore_node";
  step: string;
  node: string;
}

/** Put a card on a line (or beside a measure on it), or on a weak spot as extra support. */
export interface PlaceIdea {
  kind: "place_idea";
  step: string;
  card: string;
  node: string;
}

/** Put a card in a zone. */
export interface AddCard {
  kind: "add_card";
  step: string;
  zone: string;
  text: string;
  parent?: string | null;
  evidence?: "assumption" | "file" | "seen" | null;
  photo?: string | null;
  paper?: Paper | null;
}

/** Change the text of your own card, and how you know, if you say so anew. */
export interface EditCard {
  kind: "edit_card";
  card: string;
  text: string;
  evidence?: "assumption" | "file" | "seen" | null;
}

/** Take your own card back. */
export interface WithdrawCard {
  kind: "withdraw_card";
  card: string;
}

/** Trainer: take a card off every screen. Nothing is lost. */
export interface HideCard {
  kind: "hide_card";
  card: string;
}

/** Trainer: put a hidden card back. */
export interface RestoreCard {
  kind: "restore_card";
  card: string;
}

/** Trainer, or a table with its own: make one card of several; the originals are kept under it. */
export interface MergeCards {
  kind: "merge_cards";
  cards: string[];
  text?: string | null;
}

/** Trainer, or a table with its own: take a merged card apart again. */
export interface Unmerge {
  kind: "unmerge";
  card: string;
}

/** Trainer: the next round of an open step begins. */
export interface NextRound {
  kind: "next_round";
  step: string;
}

/** Trainer: say who sits where, at so many tables; again for another plan. Before the first round. */
export interface PlanSeats {
  kind: "plan_seats";
  step: string;
  tables?: number | null;
}

/** Trainer: someone sits at another table now, or (without ``table``) has left. */
export interface TakeSeat {
  kind: "take_seat";
  step: string;
  participant: string;
  table?: string | null;
}

/** Trainer: someone is the host of the table where they sit now, and stays there. */
export interface MakeHost {
  kind: "make_host";
  step: string;
  participant: string;
}

/** A participant would like to be a host, or (``volunteer`` false) rather not. Before the first round. */
export interface Volunteer {
  kind: "volunteer";
  step: string;
  volunteer?: boolean;
}

/** Trainer: which of the four lessons a card is about; it replaces the tags that the card had. */
export interface TagCard {
  kind: "tag_card";
  step: string;
  card: string;
  tags: string[];
}

/** Say where one card belongs; it replaces what this person said of it before in this round. */
export interface PlaceCard {
  kind: "place_card";
  step: string;
  card: string;
  x?: number | string | null;
  y?: number | string | null;
  scores?: Record<string, string>;
  paper?: Paper | null;
}

/** Take back where you placed a card in this round. */
export interface UnplaceCard {
  kind: "unplace_card";
  step: string;
  card: string;
  paper?: Paper | null;
}

/** Answers by item, null for *I don't know*; they replace what this person answered to those items. */
export interface Answer {
  kind: "answer";
  step: string;
  answers: Record<string, number | null>;
  paper?: Paper | null;
}

/** Somebody drew a slip: this is the code on it, by which they can come back. It is not kept as it is. */
export interface KeepCode {
  kind: "keep_code";
  step: string;
  slip: string;
  paper?: Paper | null;
}

/** Somebody is back: this is their code. It is never kept, not even as a digest of the command. */
export interface UseCode {
  kind: "use_code";
  step: string;
  code: string;
  paper?: Paper | null;
}

/** Who I am: a participant with the workshop's code, or another role with the key of its link. */
export interface Hello {
  op: "hello";
  v?: number;
  code?: string | null;
  key?: string | null;
  token?: string | null;
  lang?: string | null;
  team?: string | null;
}

/** Please do this. ``id`` is made by the client and makes sending it again harmless. */
export interface Do {
  op: "do";
  id: string;
  command: any;
}

/** Are you there, and what time is it? */
export interface Ping {
  op: "ping";
}

export type AnyCommand =
  | SetProfile
  | Ready
  | GoTo
  | Open
  | Close
  | Reveal
  | Timer
  | Attention
  | Message
  | SetTeams
  | Move
  | Finish
  | Undo
  | SkipStep
  | RepeatStep
  | InsertStep
  | AddAgreement
  | EditAgreement
  | WithdrawAgreement
  | ConfirmAgreement
  | DeclineAgreement
  | RateAgreement
  | SettleAgreement
  | CastVotes
  | SetCost
  | AddNode
  | EditNode
  | RemoveNode
  | RestoreNode
  | PlaceIdea
  | AddCard
  | EditCard
  | WithdrawCard
  | HideCard
  | RestoreCard
  | MergeCards
  | Unmerge
  | NextRound
  | PlanSeats
  | TakeSeat
  | MakeHost
  | Volunteer
  | TagCard
  | PlaceCard
  | UnplaceCard
  | Answer
  | KeepCode
  | UseCode;

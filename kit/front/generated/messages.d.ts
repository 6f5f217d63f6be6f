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

/** What is for one viewer alone. */
export interface Mine {
  me: Me | null;
  step: string | null;
  ready: boolean;
  view: Record<string, any> | null;
  past: Past[];
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
}

/** One step in the results: its cards by zone, or its ranking. */
export interface ResultStep {
  id: string;
  title: string;
  phase: string;
  activity: string;
  view: Record<string, any>;
}

/** The ballot; ``result`` only after it was closed. */
export interface BallotShared {
  activity: "ballot";
  method: string;
  dots: number;
  most: number;
  winners: number;
  options: OptionView[];
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
}

/** The ranking, best first. */
export interface BallotResult {
  rows: ResultRow[];
  voters: number;
  organisations: number;
  rank: string;
}

/** One card in the ranking. Nothing here tells one organisation's votes apart from another's. */
export interface ResultRow {
  card: string;
  text: string;
  place: number;
  points: number;
  voters: number;
  share: number;
  scale: number;
  majority: number;
  lowest: number;
  label: string;
  chosen: boolean;
}

/** The viewer's own ballot. ``order`` is this voter's own random order of the cards. */
export interface BallotMine {
  votes: Record<string, number>;
  left: number;
  order: string[];
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
  figures: FigureView[];
  timeline: MomentView[];
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
}

/** What somebody says. */
export interface QuoteView {
  who: string;
  text: string;
}

/** A figure with where it comes from; ``invented`` figures say so. */
export interface FigureView {
  value: string;
  unit: string;
  label: string;
  source: string;
  invented: boolean;
}

/** One line of the timeline. */
export interface MomentView {
  when: string;
  what: string;
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
  cards: CardView[];
  total: number;
  by_team: Record<string, number>;
  limit: number;
  max_chars: number;
}

/** One field of the canvas. */
export interface ZoneView {
  id: string;
  label: string;
  help: string;
  icon: string;
}

/** Something that an earlier step found and a later one may build on: a card, or a gap in a bowtie. */
export interface Offer {
  id: string;
  text: string;
  organisation: string | null;
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

/** The viewer's own cards, and how many more they may write (None: as many as they like). */
export interface CanvasMine {
  cards: CardView[];
  left: number | null;
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

/** The whole ballot of one voter: dots by card. It replaces what this voter sent before. */
export interface CastVotes {
  kind: "cast_votes";
  step: string;
  votes: Record<string, number>;
  paper?: Paper | null;
}

/** A contribution written on paper that the trainer types in. */
export interface Paper {
  id: string;
  organisation?: string | null;
  team?: string | null;
}

/** Put a card in a zone; ``parent`` is the card it builds on, ``evidence`` how one knows. */
export interface AddCard {
  kind: "add_card";
  step: string;
  zone: string;
  text: string;
  parent?: string | null;
  evidence?: "assumption" | "file" | "seen" | null;
  paper?: Paper | null;
}

/** Change the text of your own card. */
export interface EditCard {
  kind: "edit_card";
  card: string;
  text: string;
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

/** Trainer: make one card of several; the originals are kept under it. */
export interface MergeCards {
  kind: "merge_cards";
  cards: string[];
  text?: string | null;
}

/** Trainer: take a merged card apart again. */
export interface Unmerge {
  kind: "unmerge";
  card: string;
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
  | CastVotes
  | AddCard
  | EditCard
  | WithdrawCard
  | HideCard
  | RestoreCard
  | MergeCards
  | Unmerge;

import type { InstantMs } from '../../time/types.ts';
import { FATES, FINISHED, type DeskObserver, type Fate } from './desk-model.ts';

/** What a desk did with the tickets of one run under one plan, in the order in which it happened. */
export interface DeskDiary {
  /** What of the desk stood at any instant. */
  readonly at: (instant: InstantMs) => DeskMoment;
  /** Entries of one ticket, by its row of the run. */
  readonly of: (row: number) => readonly DiaryEntry[];
}

/** `begins` again where work that was set aside is taken up. */
export type DiaryEntry = {
  readonly at: InstantMs;
  /** Row of the ticket in its run, the warm-up counted. */
  readonly row: number;
} & (
  | { readonly kind: 'begins'; readonly step: number; /** -1 for a wait. */ readonly team: number }
  | { readonly kind: 'ends' | 'set aside'; readonly step: number }
  | { readonly kind: 'left'; readonly fate: Fate }
);

/** Tickets at one instant, those of the warm-up too. */
export interface DeskMoment {
  /** In line for work. */
  readonly inLine: number;
  /** Worked on, by team in the order of the simulation. */
  readonly worked: readonly number[];
  /** In a step that is a wait: for the customer, for somebody else. */
  readonly waiting: number;
}

/** Keeps a diary while a run is worked: in columns, since a run has a hundred thousand entries and several are kept. */
export class DiaryKeeper implements DeskObserver {
  readonly #at: number[] = [];
  readonly #row: number[] = [];
  readonly #kind: number[] = [];
  /** The step; of one that left, its fate. */
  readonly #what: number[] = [];
  readonly #team: number[] = [];

  begins(row: number, step: number, team: number, now: InstantMs): void {
    this.#write(row, BEGINS, step, team, now);
  }

  ends(row: number, step: number, now: InstantMs): void {
    this.#write(row, ENDS, step, NOBODY, now);
  }

  setAside(row: number, step: number, now: InstantMs): void {
    this.#write(row, SET_ASIDE, step, NOBODY, now);
  }

  left(row: number, fate: Fate, now: InstantMs): void {
    this.#write(row, LEFT, FATES.indexOf(fate), NOBODY, now);
  }

  #write(row: number, kind: number, what: number, team: number, now: InstantMs): void {
    this.#at.push(now);
    this.#row.push(row);
    this.#kind.push(kind);
    this.#what.push(what);
    this.#team.push(team);
  }

  /**
   * @param opened instants at which the tickets of the run were opened, rising
   * @param fate what became of each, as an index into `FATES`
   */
  diary(opened: Float64Array, teams: number, fate: Uint8Array): DeskDiary {
    const columns = {
      at: Float64Array.from(this.#at),
      row: Int32Array.from(this.#row),
      kind: Uint8Array.from(this.#kind),
      what: Int16Array.from(this.#what),
      team: Int16Array.from(this.#team),
    };
    return deskDiary(columns, opened, teams, fate);
  }
}

interface Columns {
  readonly at: Float64Array;
  readonly row: Int32Array;
  readonly kind: Uint8Array;
  readonly what: Int16Array;
  readonly team: Int16Array;
}

const [BEGINS, ENDS, SET_ASIDE, LEFT] = [0, 1, 2, 3] as const;
const NOBODY = -2;

function deskDiary(columns: Columns, opened: Float64Array, teams: number, fate: Uint8Array): DeskDiary {
  const { at: instants, row: rows, kind, team } = columns;
  const { first, places } = byRow(rows, opened.length);
  const lastOf = (row: number): number => places[(first[row + 1] as number) - 1] as number;
  const hasAny = (row: number): boolean => (first[row + 1] as number) > (first[row] as number);
  // A ticket without any step is gone as it comes.
  const inLineOnce = opened.filter((_, row) => fate[row] !== FINISHED || hasAny(row));
  // Whose hands a ticket is in: a team, -1 for a wait, nobody in line.
  const holder = new Int16Array(opened.length).fill(NOBODY);
  // After each entry: how many each holder has, and how many are gone for good.
  const width = teams + 2;
  const counts = new Int32Array(rows.length * width);
  const now = new Int32Array(width);
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number;
    const held = holder[row] as number;
    if (held !== NOBODY) now[held + 1]! -= 1;
    const isBegun = kind[i] === BEGINS;
    holder[row] = isBegun ? (team[i] as number) : NOBODY;
    if (isBegun) now[(team[i] as number) + 1]! += 1;
    if (kind[i] === LEFT || (fate[row] === FINISHED && lastOf(row) === i)) now[width - 1]! += 1;
    counts.set(now, i * width);
  }
  return {
    of: (row) =>
      row < 0 || row >= opened.length
        ? []
        : Array.from(places.subarray(first[row], first[row + 1]), (place) => entryAt(columns, place)),
    at: (instant) => {
      const upTo = countUpTo(instants, instant);
      const held = upTo === 0 ? new Int32Array(width) : counts.subarray((upTo - 1) * width, upTo * width);
      const [waiting = 0, ...rest] = held;
      const worked = rest.slice(0, teams);
      const gone = held[width - 1] ?? 0;
      const busy = worked.reduce((sum, each) => sum + each, 0);
      return { inLine: countUpTo(inLineOnce, instant) - gone - waiting - busy, worked, waiting };
    },
  };
}

/** Places of the entries of each row, in their order: those of a row lie from its `first` up to that of the next. */
function byRow(rows: Int32Array, count: number): { readonly first: Int32Array; readonly places: Int32Array } {
  const first = new Int32Array(count + 1);
  for (const row of rows) first[row + 1]! += 1;
  for (let row = 0; row < count; row += 1) first[row + 1]! += first[row] as number;
  const next = first.slice();
  const places = new Int32Array(rows.length);
  rows.forEach((row, i) => {
    places[next[row] as number] = i;
    next[row]! += 1;
  });
  return { first, places };
}

function entryAt({ at, row, kind, what, team }: Columns, place: number): DiaryEntry {
  const common = { at: at[place] as number, row: row[place] as number };
  const step = what[place] as number;
  switch (kind[place]) {
    case BEGINS:
      return { ...common, kind: 'begins', step, team: team[place] as number };
    case ENDS:
      return { ...common, kind: 'ends', step };
    case SET_ASIDE:
      return { ...common, kind: 'set aside', step };
    default:
      return { ...common, kind: 'left', fate: FATES[step] as Fate };
  }
}

/** How many of rising values are at or below a limit, by halving. */
function countUpTo(rising: Float64Array, limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

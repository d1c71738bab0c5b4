import type { InstantMs } from '../../time/types.ts';
import { FINISHED, type DeskObserver, type Fate } from './desk-model.ts';

/** What a desk did with the tickets of one run under one plan, in the order in which it happened. */
export interface DeskDiary {
  readonly entries: readonly DiaryEntry[];
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

/** Keeps a diary while a run is worked. */
export class DiaryKeeper implements DeskObserver {
  readonly #entries: DiaryEntry[] = [];

  begins(row: number, step: number, team: number, now: InstantMs): void {
    this.#entries.push({ kind: 'begins', at: now, row, step, team });
  }

  ends(row: number, step: number, now: InstantMs): void {
    this.#entries.push({ kind: 'ends', at: now, row, step });
  }

  setAside(row: number, step: number, now: InstantMs): void {
    this.#entries.push({ kind: 'set aside', at: now, row, step });
  }

  left(row: number, fate: Fate, now: InstantMs): void {
    this.#entries.push({ kind: 'left', at: now, row, fate });
  }

  /**
   * @param opened instants at which the tickets of the run were opened, rising
   * @param fate what became of each, as an index into `FATES`
   */
  diary(opened: Float64Array, teams: number, fate: Uint8Array): DeskDiary {
    return deskDiary(this.#entries, opened, teams, fate);
  }
}

const NOBODY = -2;

function deskDiary(
  entries: readonly DiaryEntry[],
  opened: Float64Array,
  teams: number,
  fate: Uint8Array,
): DeskDiary {
  const byRow = new Map<number, DiaryEntry[]>();
  for (const entry of entries) {
    const own = byRow.get(entry.row);
    if (own === undefined) byRow.set(entry.row, [entry]);
    else own.push(entry);
  }
  // A ticket without any step is gone as it comes.
  const inLineOnce = opened.filter((_, row) => fate[row] !== FINISHED || byRow.has(row));
  // Whose hands a ticket is in: a team, -1 for a wait, nobody in line.
  const holder = new Int16Array(opened.length).fill(NOBODY);
  // After each entry: how many each holder has, and how many are gone for good.
  const width = teams + 2;
  const counts = new Int32Array(entries.length * width);
  const instants = Float64Array.from(entries, ({ at }) => at);
  const now = new Int32Array(width);
  entries.forEach((entry, i) => {
    const { row } = entry;
    const held = holder[row] as number;
    if (held !== NOBODY) now[held + 1]! -= 1;
    holder[row] = entry.kind === 'begins' ? entry.team : NOBODY;
    if (entry.kind === 'begins') now[entry.team + 1]! += 1;
    const isLast = fate[row] === FINISHED && byRow.get(row)?.at(-1) === entry;
    if (isLast || entry.kind === 'left') now[width - 1]! += 1;
    counts.set(now, i * width);
  });
  return {
    entries,
    of: (row) => byRow.get(row) ?? [],
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

/**
 * Pairs of random promises, each asked of `prove` and `compare`, and of a scan that puts every minute of three years to the
 * engine. Where the two differ it is said in words.
 */
import { comparePlans } from '../../src/analyze/compare-plans.ts';
import { compareLines } from '../../src/analyze/later-than.ts';
import { type Line, dueAt, pieceAt } from '../../src/analyze/piece.ts';
import { promiseLines } from '../../src/analyze/promise-lines.ts';
import { pairsOf, prove } from '../../src/analyze/prove.ts';
import type { Waits } from '../../src/analyze/waits.ts';
import { type Engine, loadPlan } from '../../src/engine/index.ts';
import type { PlanPlan, PlanPromise } from '../../src/plan/model.ts';
import { drawer, drawPromise, randomEngine } from './random-promises.ts';

const MINUTE_MS = 60_000;
const FROM = Date.UTC(2025, 11, 1, 23);
/** Three years and a day, so that none of their dates is cut off. */
export const MINUTES = 3 * 365 * 1440 + 1440;
const SPAN = { from: FROM, to: FROM + MINUTES * MINUTE_MS };
/** Tells the kinds of promise apart, so that a scan of one kind alone is seen. */
type Kinds = ReadonlyMap<PlanPromise['kind'], number>;

export interface Scan {
  readonly pairs: number;
  readonly proved: number;
  readonly refuted: number;
  /** Of the refuted, those whose tickets all lie between two minutes, where no scan sees them. */
  readonly betweenMinutes: number;
  /** Deadlines that the engine was asked for. */
  readonly deadlines: number;
  readonly kinds: Kinds;
  readonly differences: readonly string[];
}

/** Draws so many pairs from a seed and scans them, of all the pairs that the seed gives from `first` on. */
export function scanPairs(seed: number, count: number, first = 0): Scan {
  const engine = randomEngine();
  const kinds = new Map<PlanPromise['kind'], number>();
  const differences: string[] = [];
  let [proved, refuted, betweenMinutes] = [0, 0, 0];
  const waits = [new Int32Array(MINUTES), new Int32Array(MINUTES)] as const;
  for (let pair = first; pair < first + count; pair += 1) {
    // Each pair has a seed of its own, so that one is drawn again without those before it.
    const draw = drawer(seed * 1_000_003 + pair);
    const promises = [drawPromise(draw, engine), drawPromise(draw, engine)] as const;
    for (const { kind } of promises) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    promises.forEach((promise, i) => {
      scan(engine, promise, waits[i] as Int32Array);
    });
    const found = judge(engine, promises, waits);
    if (found.verdict === 'proved') proved += 1;
    else refuted += 1;
    if (found.betweenMinutes) betweenMinutes += 1;
    differences.push(
      ...found.differences.map((each) => `pair ${pair}: ${each}\n  ${JSON.stringify(promises)}`),
    );
  }
  return {
    pairs: count,
    proved,
    refuted,
    betweenMinutes,
    deadlines: 2 * count * MINUTES,
    kinds,
    differences,
  };
}

/** The wait in minutes of a ticket opened at each minute, as the engine has it. */
function scan(engine: Engine, promise: PlanPromise, waits: Int32Array): void {
  const starts = Float64Array.from({ length: MINUTES }, (_, i) => FROM + i * MINUTE_MS);
  const dues = new Float64Array(MINUTES);
  engine.deadlines(promise, starts, dues);
  for (let i = 0; i < MINUTES; i += 1) waits[i] = ((dues[i] as number) - (starts[i] as number)) / MINUTE_MS;
}

function judge(
  engine: Engine,
  [one, other]: readonly [PlanPromise, PlanPromise],
  [waits, otherWaits]: readonly [Int32Array, Int32Array],
) {
  const differences: string[] = [];
  const hold = (what: string, exact: unknown, scanned: unknown) => {
    if (exact !== scanned)
      differences.push(`${what}: worked out ${String(exact)}, scanned ${String(scanned)}`);
  };
  const asked = engineOfPair(engine, one, other);
  const claim = (plan: number) => ({ plan, metric: null, named: NO_NAMES, facts: new Map<string, string>() });
  const [verdict, ...more] = prove(asked, pairsOf(asked, { better: claim(0), other: claim(1) }), SPAN);
  if (verdict === undefined || more.length > 0) throw new Error('a claim of one pair has one verdict');
  const lines = promiseLines(engine);
  const [line, otherLine] = [lines.line(one, SPAN), lines.line(other, SPAN)];

  const seen = scannedLater(waits, otherWaits);
  let betweenMinutes = false;
  if (verdict.kind === 'refuted') {
    const { later } = verdict;
    const first = firstMinuteLater(line, otherLine);
    betweenMinutes = first === -1;
    hold('the first minute that is later', first, seen.first);
    const widest = (later.widest.due - later.widest.otherDue) / MINUTE_MS;
    if (widest < seen.widest || widest >= seen.widest + 1) hold('the widest gap', widest, seen.widest);
    for (const { opened, due, otherDue } of [later.witness, later.widest]) {
      hold('the deadline of a witness', due, lines.at(one, opened));
      hold('the other deadline of a witness', otherDue, lines.at(other, opened));
      if (due <= otherDue) differences.push(`a witness that is not later, opened ${opened}`);
    }
    if (first !== -1 && later.first > FROM + first * MINUTE_MS) {
      hold('the first ticket that is later', later.first, FROM + first * MINUTE_MS);
    }
  } else {
    hold('the verdict', verdict.kind, seen.first === -1 ? 'proved' : 'refuted');
  }

  const { promises } = comparePlans(
    [0, 1].map((plan) => ({ engine: asked, plan })),
    SPAN,
  );
  const [figures, otherFigures] = promises[0]?.figures ?? [];
  [
    { of: figures?.waits, line, scanned: waits },
    { of: otherFigures?.waits, line: otherLine, scanned: otherWaits },
  ].forEach((each) => {
    differences.push(...waitsApart(each.of ?? null, each.line, each.scanned));
  });
  return { verdict: verdict.kind, betweenMinutes, differences };
}

const NO_NAMES = { severity: null, region: null, channel: null, type: null };

/** A plan for each of two promises, as a contract of two plans would have it. */
function engineOfPair({ plan }: Engine, one: PlanPromise, other: PlanPromise): Engine {
  const [metric = ''] = plan.metrics;
  const [first] = plan.plans;
  const [cell] = first?.targets ?? [];
  if (first === undefined || cell === undefined) throw new Error('a contract of promises has one');
  const planOf = (name: string, promise: PlanPromise): PlanPlan => ({
    ...first,
    name,
    targets: [{ ...cell, metric, promise }],
  });
  return loadPlan({ ...plan, plans: [planOf('One', one), planOf('Other', other)] });
}

function scannedLater(waits: Int32Array, others: Int32Array): { first: number; widest: number } {
  let [first, widest] = [-1, 0];
  for (let i = 0; i < MINUTES; i += 1) {
    const gap = (waits[i] as number) - (others[i] as number);
    if (gap > 0 && first === -1) first = i;
    if (gap > widest) widest = gap;
  }
  return { first, widest };
}

/** The first whole minute at which one line is later than another; -1 where it is so between minutes alone. */
function firstMinuteLater(line: Line, other: Line): number {
  const { later } = compareLines(line, other);
  if (later === null) return -1;
  for (let i = Math.ceil((later.first - FROM) / MINUTE_MS); i < MINUTES; i += 1) {
    const t = FROM + i * MINUTE_MS;
    const [one, two] = [pieceAt(line, t), pieceAt(other, t)];
    if (one !== undefined && two !== undefined && dueAt(one, t) > dueAt(two, t)) return i;
  }
  return -1;
}

/** What `compare` says of waits, and the scan of whole minutes otherwise. */
function waitsApart(exact: Waits | null, line: Line, scanned: Int32Array): readonly string[] {
  if (exact === null) return ['a promise with a deadline has no waits'];
  let [worst, best, sum] = [-Infinity, Infinity, 0];
  for (const wait of scanned) {
    if (wait > worst) worst = wait;
    if (wait < best) best = wait;
    sum += wait;
  }
  const ofLine = extremesAtMinutes(line);
  // Between two minutes the wait may be shorter by what is left of one, and longer by as much, and never by a whole one.
  const tests: readonly (readonly [string, boolean])[] = [
    ['the worst wait at a minute', ofLine.worst === worst],
    ['the best wait at a minute', ofLine.best === best],
    ['the worst wait', exact.worst.ms >= worst * MINUTE_MS && exact.worst.ms < (worst + 1) * MINUTE_MS],
    ['the best wait', exact.best.ms <= best * MINUTE_MS && exact.best.ms > (best - 1) * MINUTE_MS],
    ['the mean wait', Math.abs(exact.meanMs - (sum / MINUTES) * MINUTE_MS) < MINUTE_MS],
    ['all of the span', exact.promisedMs === MINUTES * MINUTE_MS],
  ];
  return tests.flatMap(([what, holds]) =>
    holds
      ? []
      : [`${what}: ${JSON.stringify(exact)} and ${JSON.stringify({ worst, best, mean: sum / MINUTES })}`],
  );
}

/** Extremes over the whole minutes of a line, which is what a scan can see. */
function extremesAtMinutes(line: Line): { readonly worst: number; readonly best: number } {
  let [worst, best] = [-Infinity, Infinity];
  for (const piece of line) {
    const first = Math.ceil((piece.from - FROM) / MINUTE_MS) * MINUTE_MS + FROM;
    const last = Math.floor((piece.to - 1 - FROM) / MINUTE_MS) * MINUTE_MS + FROM;
    if (first > last) continue;
    for (const t of [first, last]) {
      const wait = (dueAt(piece, t) - t) / MINUTE_MS;
      worst = Math.max(worst, wait);
      best = Math.min(best, wait);
    }
  }
  return { worst, best };
}

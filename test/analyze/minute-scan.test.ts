import { describe, expect, it } from 'vitest';
import { compareLines } from '../../src/analyze/later-than.ts';
import { dueAt, type Line, pieceAt } from '../../src/analyze/piece.ts';
import { promiseLines } from '../../src/analyze/promise-lines.ts';
import { waitsOf } from '../../src/analyze/waits.ts';
import { drawer, drawPromise, randomEngine } from './random-promises.ts';

const MINUTE_MS = 60_000;
const FROM = Date.UTC(2025, 11, 1, 23);
const MINUTES = 3 * 365 * 1440 + 1440;
const SPAN = { from: FROM, to: FROM + MINUTES * MINUTE_MS };
const PAIRS = 100;
/** The pairs are drawn from so many promises, each of which is scanned once: SURETY_LAW_RUNS=10 takes ten times as many. */
const PROMISES = Math.ceil(12 * Number(process.env['SURETY_LAW_RUNS'] ?? 1));
const SEED = Number(process.env['SURETY_SCAN_SEED'] ?? 20_260_612);

/** The wait in minutes of a ticket opened at each minute of three years, as the engine has it. */
function scanned(deadlines: (starts: Float64Array, out: Float64Array) => void): Int32Array {
  const starts = Float64Array.from({ length: MINUTES }, (_, i) => FROM + i * MINUTE_MS);
  const out = new Float64Array(MINUTES);
  deadlines(starts, out);
  return Int32Array.from(out, (due, i) => (due - (starts[i] as number)) / MINUTE_MS);
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

describe(
  `a scan of three years, minute by minute, through the engine (seed ${SEED})`,
  { timeout: 600_000 },
  () => {
    const engine = randomEngine();
    const draw = drawer(SEED);
    const lines = promiseLines(engine);
    const promises = Array.from({ length: PROMISES }, () => drawPromise(draw, engine));
    const scans = promises.map((promise) => ({
      promise,
      line: lines.line(promise, SPAN),
      waits: scanned((starts, out) => {
        engine.deadlines(promise, starts, out);
      }),
    }));

    it('finds the worst and the best wait that are worked out without one', () => {
      for (const { promise, line, waits } of scans) {
        let [worst, best] = [-Infinity, Infinity];
        for (const wait of waits) {
          if (wait > worst) worst = wait;
          if (wait < best) best = wait;
        }
        expect({ promise, ...extremesAtMinutes(line) }).toEqual({ promise, worst, best });
        const exact = waitsOf(line);
        if (exact === null) throw new Error('no deadline');
        // Between two minutes the wait may be shorter by what is left of one, and never longer by as much.
        expect(exact.worst.ms).toBeGreaterThanOrEqual(worst * MINUTE_MS);
        expect(exact.worst.ms).toBeLessThan((worst + 1) * MINUTE_MS);
        expect(exact.best.ms).toBeLessThanOrEqual(best * MINUTE_MS);
        expect(exact.best.ms).toBeGreaterThan((best - 1) * MINUTE_MS);
        let sum = 0;
        for (const wait of waits) sum += wait;
        expect(Math.abs(exact.meanMs - (sum / MINUTES) * MINUTE_MS)).toBeLessThan(MINUTE_MS);
      }
    });

    it(`proves of ${PAIRS} pairs what the scan does not refute, and refutes the others at the same minute`, () => {
      let [proved, refuted] = [0, 0];
      for (let pair = 0; pair < PAIRS; pair += 1) {
        const [a, b] = [scans[draw(PROMISES)], scans[draw(PROMISES)]];
        if (a === undefined || b === undefined) throw new Error('no promise');
        let first = -1;
        let widest = 0;
        for (let i = 0; i < MINUTES; i += 1) {
          const gap = (a.waits[i] as number) - (b.waits[i] as number);
          if (gap > 0 && first === -1) first = i;
          if (gap > widest) widest = gap;
        }
        const { later } = compareLines(a.line, b.line);
        const about = JSON.stringify([a.promise, b.promise]);
        if (later === null) {
          proved += 1;
          expect(first, about).toBe(-1);
          continue;
        }
        refuted += 1;
        // Where a scan sees nothing, the tickets that refute it are opened between two minutes.
        const at = firstMinuteLater(a.line, b.line);
        expect(at, about).toBe(first);
        expect(later.first, about).toBeLessThanOrEqual(first === -1 ? Infinity : FROM + first * MINUTE_MS);
        const gap = later.widest.due - later.widest.otherDue;
        expect(gap, about).toBeGreaterThanOrEqual(widest * MINUTE_MS);
        expect(gap, about).toBeLessThan((widest + 1) * MINUTE_MS);
        for (const { opened, due, otherDue } of [later.witness, later.widest]) {
          expect([due, otherDue], about).toEqual([lines.at(a.promise, opened), lines.at(b.promise, opened)]);
          expect(due, about).toBeGreaterThan(otherDue);
        }
      }
      expect(Math.min(proved, refuted)).toBeGreaterThan(10);
    });
  },
);

/** The first whole minute at which one line is later than another, from where the kernel first finds it later. */
function firstMinuteLater(a: Line, b: Line): number {
  const { later } = compareLines(a, b);
  if (later === null) return -1;
  let i = Math.ceil((later.first - FROM) / MINUTE_MS);
  for (; i < MINUTES; i += 1) {
    const t = FROM + i * MINUTE_MS;
    const [one, other] = [pieceAt(a, t), pieceAt(b, t)];
    if (one !== undefined && other !== undefined && dueAt(one, t) > dueAt(other, t)) return i;
  }
  return -1;
}

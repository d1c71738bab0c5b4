/** Deadlines as straight lines, held against the engine at the ends of each, inside it and at every ten minutes. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueAt, pieceAt } from '../../src/analyze/piece.ts';
import { promiseLines } from '../../src/analyze/promise-lines.ts';
import { HorizonError } from '../../src/engine/index.ts';
import { engineOf } from '../engine/lower-calendar.ts';
import { LAW, runs } from './against-reference.ts';
import { calendarCase } from './calendar-arbitrary.ts';
import { limitArbitrary, lowerPromise, promiseArbitrary } from './promise-arbitrary.ts';

const TEN_MINUTES = 600_000;

describe('the line of a promise', LAW, () => {
  it('is the engine’s deadline at every instant of its span', () => {
    let drawn = 0;
    let unknown = 0;
    const kinds = new Set<string>();
    fc.assert(
      fc.property(
        calendarCase,
        limitArbitrary,
        fc.array(promiseArbitrary, { minLength: 3, maxLength: 6 }),
        fc.integer({ min: 1, max: 20 * 24 * 3_600_000 }),
        ({ contract, focus, ticket }, base, promises, length) => {
          const engine = engineOf(contract, ticket);
          const lines = promiseLines(engine);
          const zone = engine.calendar(0).zone ?? 'UTC';
          const span = { from: focus - Math.floor(length / 2), to: focus + Math.ceil(length / 2) };
          for (const checked of promises) {
            const promise = lowerPromise(checked, base, zone);
            drawn += 1;
            try {
              const line = lines.line(promise, span);
              kinds.add(promise.kind === 'days' ? `${promise.unit} ${promise.end.kind}` : promise.kind);
              let from = span.from;
              for (const piece of line) {
                expect(piece.from).toBe(from);
                from = piece.to;
                const middle = Math.floor((piece.from + piece.to) / 2);
                for (const t of [piece.from, piece.from + 1, middle, piece.to - 2, piece.to - 1]) {
                  if (t < piece.from || t >= piece.to) continue;
                  if (lines.at(promise, t) !== dueAt(piece, t))
                    throw difference(t, lines.at(promise, t), dueAt(piece, t));
                }
              }
              expect(from).toBe(span.to);
              for (let t = span.from; t < span.to; t += TEN_MINUTES) {
                const piece = pieceAt(line, t);
                if (piece === undefined || !Object.is(lines.at(promise, t), dueAt(piece, t))) {
                  throw difference(t, lines.at(promise, t), piece === undefined ? NaN : dueAt(piece, t));
                }
              }
            } catch (error) {
              if (!(error instanceof HorizonError)) throw error;
              unknown += 1;
            }
          }
        },
      ),
      runs(150),
    );
    expect(unknown).toBeLessThan(drawn / 4);
    expect(kinds.size).toBeGreaterThan(15);
  });
});

function difference(t: number, engine: number, line: number): Error {
  const [at, is, drawn] = [t, engine, line].map((instant) =>
    Number.isFinite(instant) ? new Date(instant).toISOString() : String(instant),
  );
  return new Error(`at ${at} the engine has ${is}, the line ${drawn}`);
}

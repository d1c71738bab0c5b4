import { describe, expect, it } from 'vitest';
import { ExactSum } from '../../src/analyze/exact-sum.ts';
import { compareLines } from '../../src/analyze/later-than.ts';
import { dueWhileShut } from '../../src/analyze/shut-while.ts';
import { promiseLines } from '../../src/analyze/promise-lines.ts';
import { waitsOf } from '../../src/analyze/waits.ts';
import { loadPlan } from '../../src/engine/index.ts';
import { lower } from '../../src/plan/lower.ts';
import type { PlanPromise } from '../../src/plan/model.ts';
import { formatInstantUtc } from '../../src/time/iso-instant.ts';
import { checkText } from '../check/findings.ts';
import { at } from '../plan/calendar-of-text.ts';

const HOUR = 3_600_000;

const engine = loadPlan(
  lower(
    checkText(`contract "Desk" { zone Europe/Berlin }
calendar Office { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none }
plan Basic { targets { respond; all 1 h in Office } }
`).contract,
  ),
);
const OFFICE = engine.plan.calendars.findIndex(({ name }) => name === 'Office');
const lines = promiseLines(engine);

const hours = (h: number): PlanPromise => ({ kind: 'hours', seconds: h * 3600, calendar: OFFICE });
const elapsed = (h: number): PlanPromise => ({ kind: 'elapsed', seconds: h * 3600 });

/** A week without a change of clocks, from Monday midnight. */
const WEEK = { from: at('2026-06-01T00:00+02:00'), to: at('2026-06-08T00:00+02:00') };
/** The week-end in which Berlin loses an hour. */
const SPRING = { from: at('2026-03-27T00:00+01:00'), to: at('2026-03-31T00:00+02:00') };

describe('the waits of a promise', () => {
  it('of eight office hours are worst from Friday morning’s millisecond on, best at an opening', () => {
    const waits = waitsOf(lines.line(hours(8), WEEK));
    // Opened a millisecond after nine on Friday, the last of the eight hours is Monday's first.
    expect(waits?.worst).toEqual({ ms: 72 * HOUR, opened: at('2026-06-05T09:00:00.001+02:00') });
    expect(waits?.best).toEqual({ ms: 8 * HOUR, opened: at('2026-06-01T09:00+02:00') });
  });

  it('are an hour shorter over the night in which the clock is put forward', () => {
    expect(waitsOf(lines.line(hours(8), SPRING))?.worst.ms).toBe(71 * HOUR);
  });

  it('are the same for every opening of plain hours', () => {
    const waits = waitsOf(lines.line(elapsed(4), WEEK));
    expect(waits).toMatchObject({
      worst: { ms: 4 * HOUR, opened: WEEK.from },
      best: { ms: 4 * HOUR, opened: WEEK.from },
      meanMs: 4 * HOUR,
      promisedMs: 7 * 24 * HOUR,
    });
  });

  it('have the mean of triangles and rectangles worked out by hand', () => {
    // One hour of an office, over Monday: nine hours of waiting that fall from 10 to 1, seven hours of 1, the last
    // hour of the day with a night of 16 in between, and seven hours of waiting that fall from 17 to 10.
    const monday = { from: WEEK.from, to: WEEK.from + 24 * HOUR };
    const hand = (9 * 5.5 + 7 * 1 + 1 * 17 + 7 * 13.5) / 24;
    const mean = waitsOf(lines.line(hours(1), monday))?.meanMs ?? NaN;
    // The hand's edges have no width, those of instants a millisecond.
    expect(Math.abs(mean - hand * HOUR)).toBeLessThanOrEqual(1);
  });

  it('are none where nothing falls due', () => {
    expect(waitsOf(lines.line({ kind: 'word', word: 'best effort' }, WEEK))).toBeNull();
  });

  it('add up exactly where floating point would not', () => {
    const sum = new ExactSum();
    const [x, y] = [315_360_000_001, 8_640_000_000_003];
    for (let i = 0; i < 1000; i += 1) sum.addProduct(x, y);
    sum.addProduct(1, -1);
    expect(sum.total).toBe(BigInt(x) * BigInt(y) * 1000n - 1n);
  });
});

describe('two promises', () => {
  it('of which one is never later have no ticket that refutes it', () => {
    const { later, earlier } = compareLines(lines.line(elapsed(8), WEEK), lines.line(hours(8), WEEK));
    expect(later).toBeNull();
    expect(earlier?.witness.opened).toBe(WEEK.from);
  });

  it('are told apart from the first millisecond on, by a ticket of a whole minute, and where they are widest', () => {
    const { later } = compareLines(lines.line(elapsed(16), WEEK), lines.line(hours(1), WEEK));
    // At midnight the hour ends at ten, sixteen hours at four; after 16:00 the hour ends next morning at 9 and more.
    expect(formatInstantUtc(later?.first ?? NaN)).toBe('2026-05-31T22:00:00Z');
    expect(later?.widest.opened).toBe(at('2026-06-01T09:00+02:00'));
    expect((later?.widest.due ?? NaN) - (later?.widest.otherDue ?? NaN)).toBe(15 * HOUR);
  });

  it('meet at one instant, from whose next millisecond on one is later', () => {
    // Opened before 18:00 the day before, sixteen hours end before the first office hour does.
    const night = { from: at('2026-06-01T17:00+02:00'), to: at('2026-06-02T09:00+02:00') };
    const { later } = compareLines(lines.line(elapsed(16), night), lines.line(hours(1), night));
    expect(later?.first).toBe(at('2026-06-01T18:00:00.001+02:00'));
    expect(later?.witness.opened).toBe(at('2026-06-01T18:01+02:00'));
  });

  it('where one has no deadline: it is later than any, and as good as another without', () => {
    const none = lines.line({ kind: 'word', word: 'not offered' }, WEEK);
    expect(compareLines(none, lines.line(elapsed(1), WEEK)).later?.first).toBe(WEEK.from);
    expect(compareLines(none, none)).toMatchObject({ later: null, earlier: null, open: null });
  });

  it('cannot be compared where one hangs on what is agreed', () => {
    const agreed = lines.line({ kind: 'word', word: 'as agreed' }, WEEK);
    expect(compareLines(agreed, lines.line(elapsed(1), WEEK))).toMatchObject({
      later: null,
      open: WEEK.from,
    });
  });
});

describe('a deadline while a calendar is shut', () => {
  const calendar = engine.calendar(OFFICE);

  it('is found for a ticket opened after closing and due before the next opening', () => {
    const found = dueWhileShut(lines.line(elapsed(4), WEEK), calendar, WEEK);
    expect(found?.witness.opened).toBe(WEEK.from);
  });

  it('counts one that ends as the calendar opens, since nobody has worked by then', () => {
    const night = { from: at('2026-06-01T17:00+02:00'), to: at('2026-06-01T17:00:00.001+02:00') };
    expect(dueWhileShut(lines.line(elapsed(16), night), calendar, night)).not.toBeNull();
    const before = { from: night.from - 1, to: night.from };
    expect(dueWhileShut(lines.line(elapsed(16), before), calendar, before)).toBeNull();
  });

  it('is none for hours of the calendar itself', () => {
    expect(dueWhileShut(lines.line(hours(1), SPRING), calendar, SPRING)).toBeNull();
  });
});

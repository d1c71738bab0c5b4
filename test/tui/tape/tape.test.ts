import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STATUSES } from '../../../src/simulate/outcome.ts';
import { countPerPart, countUpTo } from '../../../src/tui/tape/count-up-to.ts';
import {
  makeTape,
  nextEvent,
  nextMiss,
  previousEvent,
  tallyAt,
  verdictInstant,
} from '../../../src/tui/tape/tape.ts';
import { fixtureModel } from '../fixture.ts';

const { outcome, summary } = fixtureModel({ tickets: 300, runs: 3 });

describe('a tape', () => {
  test('holds the tickets of its run alone, in the order of opening', () => {
    const tape = makeTape(outcome, 1, 'resolve');
    expect(tape.order).toHaveLength(100);
    for (const ticket of tape.order) expect(outcome.tickets.run[ticket]).toBe(1);
    expect([...tape.opened]).toEqual([...tape.opened].sort((a, b) => a - b));
  });

  test('ends with the counts of the summary, all runs together', () => {
    for (const metric of ['respond', 'resolve']) {
      const tapes = [0, 1, 2].map((run) => makeTape(outcome, run, metric));
      summary.plans.forEach((plan, place) => {
        const tallies = tapes.flatMap((tape) => {
          const found = tape.plans[place];
          return found === undefined ? [] : [tallyAt(found, tape.to)];
        });
        const figures = plan.metrics.find((one) => one.metric === metric)?.overall;
        expect(tallies.reduce((sum, one) => sum + one.met, 0)).toBe(figures?.met);
        expect(tallies.reduce((sum, one) => sum + one.missed, 0)).toBe(figures?.missed);
      });
    }
  });

  test('shows a kept promise when its clock stops and a broken one when its deadline passes, not before', () => {
    const resolve = outcome.plans[0]?.metrics[1];
    if (resolve === undefined) throw new Error('the fixture has a metric');
    for (let ticket = 0; ticket < 50; ticket++) {
      const status = STATUSES[resolve.status[ticket] ?? 0];
      const at = verdictInstant(resolve, ticket);
      if (status === 'met') expect(at).toBe(resolve.stopped[ticket]);
      else if (status === 'missed') expect(at).toBe(resolve.due[ticket]);
      else expect(at).toBeNaN();
    }
  });

  test('stepping from event to event meets every arrival and every verdict once', () => {
    const tape = makeTape(outcome, 0, 'respond');
    const instants = new Set([
      ...tape.opened,
      ...tape.plans.flatMap((plan) => [...plan.met, ...plan.missed]),
    ]);
    let steps = 0;
    let last: number | null = null;
    for (let at = nextEvent(tape, -Infinity); at !== null; at = nextEvent(tape, at)) {
      steps++;
      if (last !== null) expect(previousEvent(tape, at)).toBe(last);
      last = at;
    }
    expect(steps).toBe(instants.size);
    expect(last).toBe(tape.to);
  });

  test('finds each miss of the stream in turn, the earliest of all plans first', () => {
    const tape = makeTape(outcome, 0, 'resolve');
    const misses = new Set(tape.plans.flatMap((plan) => [...plan.missed]));
    const found = [];
    for (let miss = nextMiss(tape, -Infinity); miss !== null; miss = nextMiss(tape, miss.at))
      found.push(miss.at);
    expect(found).toEqual([...misses].sort((a, b) => a - b));
  });

  test('is empty without tickets, and asks for nothing', () => {
    const tape = makeTape(fixtureModel({ tickets: 0 }).outcome, 0, 'resolve');
    expect(tape.order).toHaveLength(0);
    expect(nextEvent(tape, -Infinity)).toBeNull();
    expect(nextMiss(tape, -Infinity)).toBeNull();
    expect(tape.to).toBe(tape.from);
  });
});

describe('counting rising values', () => {
  const rising = fc.array(fc.integer({ min: 0, max: 50 })).map((values) => Float64Array.from(values).sort());

  test('equals a count by hand', () => {
    fc.assert(
      fc.property(rising, fc.integer({ min: -5, max: 55 }), (values, limit) => {
        expect(countUpTo(values, limit)).toBe(values.filter((value) => value <= limit).length);
      }),
    );
  });

  test('by parts leaves nothing out and counts nothing twice', () => {
    fc.assert(
      fc.property(rising, fc.integer({ min: 1, max: 30 }), (values, parts) => {
        const counts = countPerPart(values, 0, 50, parts);
        expect(counts).toHaveLength(parts);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
      }),
    );
  });
});

/** A plan with its tables, through a file, answers as the plan without them: in its years, at their ends and beyond. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPlan, withTables, type Calendar } from '../../src/engine/index.ts';
import type { CompiledPlan } from '../../src/plan/model.ts';
import { instantOf, LAW, pairOf, runs } from './against-reference.ts';
import { budget, calendarCase, DAY_MS, spot } from './calendar-arbitrary.ts';

const years = fc.record({ before: fc.integer({ min: 0, max: 2 }), after: fc.integer({ min: 0, max: 2 }) });

function throughFile(plan: CompiledPlan): CompiledPlan {
  return JSON.parse(JSON.stringify(plan)) as CompiledPlan;
}

/** The answer, or the words in which it is refused. */
function answer(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    return String(error);
  }
}

function answers(calendar: Calendar, t: number, other: number, ms: number): readonly unknown[] {
  return [
    () => calendar.isOpen(t),
    () => calendar.add(t, ms),
    () => calendar.subtract(t, ms),
    () => calendar.between(t, other),
    () => calendar.nextOpen(t),
    () => calendar.prevOpen(t),
    () => calendar.nextClose(t),
    () => calendar.edgesBetween(t, t + 20 * DAY_MS),
  ].map(answer);
}

describe('a plan that carries its tables', LAW, () => {
  it('answers as it does without them', () => {
    let carried = 0;
    fc.assert(
      fc.property(
        calendarCase,
        fc.array(spot, { minLength: 3, maxLength: 8 }),
        budget,
        years,
        (given, at, ms, { before, after }) => {
          const { engine, calendar } = pairOf(given);
          const year = new Date(given.focus).getUTCFullYear();
          const plan = throughFile(withTables(engine.plan, year - before, year + after));
          carried += plan.tables?.tables.length ?? 0;
          const opened = loadPlan(plan).calendar(0);
          const instants = [
            ...at.map((each) => instantOf(given, calendar, each)),
            Date.UTC(year - before, 0, 1) - DAY_MS,
            Date.UTC(year + after + 1, 0, 1) + DAY_MS,
          ];
          for (const t of instants) {
            const other = instants[0] as number;
            expect(answers(opened, t, other, ms)).toEqual(answers(calendar, t, other, ms));
          }
        },
      ),
      runs(150),
    );
    expect(carried).toBeGreaterThan(100);
  });
});

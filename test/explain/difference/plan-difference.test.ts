import { beforeAll, describe, expect, test } from 'vitest';
import { planDifference } from '../../../src/explain/difference/plan-difference.ts';
import type { PromiseAccount, Sentence } from '../../../src/explain/difference/promise-account.ts';
import type { AccountStretch } from '../../../src/explain/stretch.ts';
import type { PlanTarget } from '../../../src/plan/model.ts';
import type { ReadyModel } from '../../../src/tui/model.ts';
import { shippedModel } from '../../tui/shipped.ts';
import { told } from '../../tui/told.ts';

const HOUR = 3_600_000;
const origin = (line: number) => ({ file: 'a.plan', line, column: 1, path: [] });

function target(words: string, line: number): PlanTarget {
  const when = { severities: null, regions: null, channels: null, types: null, facts: [], opened: [] };
  return {
    metric: 'respond',
    when,
    promise: { kind: 'elapsed', seconds: 3600 },
    origin: origin(line),
    words,
  };
}

function stretch(from: number, to: number, counted: boolean, reason: string): AccountStretch {
  return { from: from * HOUR, to: to * HOUR, counted, amount: 0, sum: 0, reason, origin: origin(9) };
}

const base: PromiseAccount = {
  plan: { name: 'Base', extends: null },
  target: target('2 h in Office', 4),
  counted: {
    kind: 'counted',
    unit: 'ms',
    changes: [],
    stretches: [stretch(0, 8, false, 'Office is shut'), stretch(8, 10, true, 'Office is open')],
  },
  due: 10 * HOUR,
  stopped: 5 * HOUR,
};

const more: PromiseAccount = {
  plan: { name: 'More', extends: 'Base' },
  target: target('2 h', 20),
  counted: { kind: 'counted', unit: 'ms', changes: [], stretches: [stretch(0, 2, true, 'elapsed time')] },
  due: 2 * HOUR,
  stopped: 5 * HOUR,
};

function text(sentences: readonly Sentence[]): readonly string[] {
  return sentences.map(({ words }) =>
    words.map((part) => (typeof part === 'string' ? part : `${String(part / HOUR)}:00`)).join(''),
  );
}

describe('why two plans differ on a promise', () => {
  test('is told by their cells, where the counting parts, the deadlines, and the end of the clock', () => {
    expect(text(planDifference(base, more))).toEqual([
      'Base promises `2 h in Office`',
      'More promises `2 h`, in place of the cell that it would take over from Base',
      'at 0:00 they part: More counts, Base does not: Office is shut',
      'Base is due 10:00, More 2:00, 8 h earlier',
      'its clock stopped at 5:00 under both: in time for Base, too late for More',
    ]);
  });

  test('names the clause of each sentence that has one', () => {
    expect(planDifference(base, more).map((one) => one.origin?.line ?? null)).toEqual([4, 20, 9, null, null]);
  });

  test('is no difference where one takes over the cell of the other and both end together', () => {
    const same = { ...base, plan: more.plan };
    expect(text(planDifference(base, same))).toEqual([
      'both have the same cell, `2 h in Office`: More takes it over, as it extends Base',
      'both are due 10:00',
      'its clock stopped at 5:00 under both: in time for both',
    ]);
  });

  test('finds a pause that only one of them has', () => {
    const paused: PromiseAccount = {
      ...base,
      plan: { name: 'Paused', extends: null },
      counted: {
        kind: 'counted',
        unit: 'ms',
        changes: [],
        stretches: [
          stretch(0, 8, false, 'Office is shut'),
          stretch(8, 9, true, 'Office is open'),
          stretch(9, 12, false, 'it waits for the customer'),
          stretch(12, 13, true, 'Office is open'),
        ],
      },
      due: 13 * HOUR,
    };
    expect(text(planDifference(base, paused))).toContain(
      'at 9:00 they part: Base counts, Paused does not: it waits for the customer',
    );
    // The longest part that is left out is not the one that makes the difference, and is named apart.
    expect(text(planDifference(base, paused))).toContain(
      'up to its deadline Paused leaves out 11 h, most of it, 8 h, because Office is shut',
    );
  });

  test('says of a plan that is silent that it is', () => {
    const silent: PromiseAccount = {
      ...more,
      target: null,
      counted: { kind: 'not counted', reason: 'the plan says nothing about it' },
      due: null,
    };
    expect(text(planDifference(base, silent)).slice(0, 2)).toEqual([
      'Base promises `2 h in Office`',
      'More says nothing of it',
    ]);
    expect(text(planDifference(silent, silent))[0]).toBe('neither plan says anything of it');
  });

  test('tells what moved the promise under one plan alone, with the instant and the clause', () => {
    const raised: PromiseAccount = {
      ...more,
      counted: {
        kind: 'counted',
        unit: 'dates',
        changes: [{ at: HOUR, words: 'raised to P1: 1 h, counted from here', origin: origin(33) }],
        stretches: [],
      },
    };
    const sentences = planDifference(base, raised);
    expect(text(sentences)).toContain('under More, at 1:00: raised to P1: 1 h, counted from here');
    expect(text(sentences)).toContain('Base counts hours, More dates');
  });

  test('has ends of its own where the desk came to the ticket at different times', () => {
    expect(text(planDifference(base, { ...more, stopped: 6 * HOUR })).at(-1)).toBe(
      'its clock stopped at 5:00 under Base, at 6:00 under More',
    );
    expect(text(planDifference(base, { ...more, stopped: null })).at(-1)).toBe(
      'its clock stopped at 5:00 under Base, not under More',
    );
  });
});

describe('on a shipped simulation', () => {
  let model: ReadyModel;
  beforeAll(async () => {
    model = await shippedModel('simulations/express.sim', 1);
  });

  test('the deadlines in the sentences are those of the outcome, for every tenth ticket', () => {
    const { outcome } = model;
    for (let ticket = 0; ticket < outcome.tickets.count; ticket += 10) {
      for (const [place, metric] of ['respond', 'resolve'].entries()) {
        const dues = [0, 1].map((plan) => outcome.plans[plan]?.metrics[place]?.due[ticket] ?? NaN);
        const [sentence] = told(model.differ(0, 1, metric, ticket)).filter(({ words }) =>
          words.some((part) => typeof part === 'string' && part.includes('due')),
        );
        const instants = sentence?.words.filter((part) => typeof part === 'number');
        expect(instants).toEqual(dues[0] === dues[1] ? [dues[0]] : dues);
      }
    }
  });
});

import { describe, expect, it } from 'vitest';
import { briefly, checkText } from './findings.ts';
import { contractWith, HEAD, planOf } from './contract-with.ts';

const rowsOf = (text: string, name: string): readonly string[] =>
  planOf(text, name).targets.map(({ metric, when, words }) => {
    const of = [when.severities, when.channels].flatMap((names) => names ?? []);
    return `${metric} of ${of.join('+') || 'all'}: ${words}`;
  });

describe('a plan that extends another', () => {
  it('has its own rows before those it takes over, so that its own hold', () => {
    const text = `plan A { targets { respond; P1, P2 4 h } }
      plan B extends A { targets { respond; P1 1 h } }`;
    expect(rowsOf(text, 'B')).toEqual(['respond of P1: 1 h', 'respond of P1+P2: 4 h']);
  });

  it('does not take over a row for exactly the tickets that a row of its own is for', () => {
    const text = `plan A { targets { respond; P1 4 h; P2 8 h } targets for phone { respond; P1 3 h } }
      plan B extends A { targets { respond; P1 1 h } }`;
    expect(rowsOf(text, 'B')).toEqual([
      'respond of P1: 1 h',
      'respond of P1+phone: 3 h',
      'respond of P2: 8 h',
    ]);
  });

  it('has its own wide row before a narrow one that it takes over', () => {
    const text = `plan A { targets { respond; P1 4 h } }
      plan B extends A { targets { respond; all 2 h } }`;
    expect(rowsOf(text, 'B')).toEqual(['respond of all: 2 h', 'respond of P1: 4 h']);
  });

  it('has the narrowest of its own rows first, in the order written among equals', () => {
    const text = `plan A {
      targets { respond; all 9 h }
      targets for phone { respond; all 5 h; }
      targets for email { respond; P1 1 h; P2 2 h }
    }`;
    expect(rowsOf(text, 'A')).toEqual([
      'respond of P1+email: 1 h',
      'respond of P2+email: 2 h',
      'respond of phone: 5 h',
      'respond of all: 9 h',
    ]);
  });

  it('replaces a line for the same tickets in whatever order they are named', () => {
    const text = `plan A { channel phone for P1, P2; coverage resolve in Office for P1 and phone }
      plan B extends A { channel phone on request for P2, P1; coverage resolve in 24x7 for phone and P1 }`;
    const plan = planOf(text, 'B');
    expect(plan.channels.map(({ onRequest }) => onRequest)).toEqual([true]);
    expect(plan.coverage.map(({ hours }) => (hours.kind === 'calendar' ? hours.calendar : ''))).toEqual([
      '24x7',
    ]);
  });

  it('has the quotas of that for what its own quotas are not for', () => {
    const used = 'over billed, used when opened, one incident per ticket';
    const hours = 'over billed, used when work ends, not rounded';
    const quotas = (own: string) =>
      planOf(
        `plan A { incidents 4 per month, ${used}; incidents 2 per month, ${used} for P1
        hours 5 per month of consult, ${hours} }
      plan B extends A { ${own} }`,
        'B',
      ).quotas.map(
        ({ clause }) => `${clause.split(', ', 1).join('')}${clause.endsWith('for P1') ? ' for P1' : ''}`,
      );
    const [all, severe, consult] = [
      'incidents 4 per month',
      'incidents 2 per month for P1',
      'hours 5 per month of consult',
    ];
    expect(quotas(`incidents 9 per month, ${used}`)).toEqual(['incidents 9 per month', severe, consult]);
    expect(quotas(`incidents 9 per month, ${used} for P1`)).toEqual([
      'incidents 9 per month for P1',
      all,
      consult,
    ]);
    expect(quotas(`hours 9 per month of consult, ${hours}`)).toEqual([
      'hours 9 per month of consult',
      all,
      severe,
    ]);
    expect(quotas(`hours 9 per month, ${hours}`)).toEqual(['hours 9 per month', all, severe, consult]);
  });

  it('has the rates of that for what its own rates are not for', () => {
    const rates = (own: string) =>
      planOf(
        `plan A { rate EUR 90 per hour; rate EUR 40 per visit; rate EUR 120 per hour for P1 }
      plan B extends A { ${own} }`,
        'B',
      ).rates.map(({ clause }) => clause);
    expect(rates('rate EUR 30 per visit')).toEqual([
      'rate EUR 30 per visit',
      'rate EUR 90 per hour',
      'rate EUR 120 per hour for P1',
    ]);
    // Both are rates for time.
    expect(rates('rate "our rate" per minute')).toEqual([
      'rate "our rate" per minute',
      'rate EUR 40 per visit',
      'rate EUR 120 per hour for P1',
    ]);
    expect(rates('rate EUR 99 per hour for P1')).toEqual([
      'rate EUR 99 per hour for P1',
      'rate EUR 90 per hour',
      'rate EUR 40 per visit',
    ]);
  });

  it('may stand before the plan it extends', () => {
    const text = `plan B extends A { price on request }
      plan A { targets { respond; all 9 h } }`;
    expect(rowsOf(text, 'B')).toEqual(['respond of all: 9 h']);
    expect(contractWith(text).plans.map(({ name, level }) => `${name} ${level}`)).toEqual(['B 0', 'A 1']);
  });

  it('takes over through several plans, the nearest first', () => {
    const text = `plan A { targets { respond; P1, P2 4 h } }
      plan B extends A { targets { respond; all 3 h } }
      plan C extends B { targets { respond; P1 2 h } }`;
    expect(rowsOf(text, 'C').map((row) => row.slice(-3))).toEqual(['2 h', '3 h', '4 h']);
  });

  it('may name it by an alias, and takes over from the plan itself', () => {
    const text = `plan A also called Basic, "Plan A" { targets { respond; P1 4 h } }
      plan B extends "Plan A" { }`;
    expect(planOf(text, 'B').extends).toBe('A');
    expect(rowsOf(text, 'B')).toEqual(['respond of P1: 4 h']);
  });

  it('replaces a line for exactly what it names', () => {
    const text = `plan A {
        coverage receive, resolve in Office
        channels web, email
        attain 90% of respond per month of tickets closed, except none, overall
        attain 80% of respond per month of tickets closed, except none for P1
        incidents 4 per month, over refused, used when opened, one incident per ticket
        visits 1 per year, over billed, used when opened
        feature "report" no
        price on request
      }
      plan B extends A {
        coverage resolve in 24x7 for P1
        coverage receive in 24x7
        channel phone for P1
        attain 95% of respond per month of tickets closed, except none, overall
        incidents 9 per month, over billed, used when opened, one incident per ticket
        feature "report" yes
      }`;
    const plan = planOf(text, 'B');
    expect(
      plan.coverage.map(
        (line) =>
          `${line.activity} ${line.hours.kind === 'word' ? line.hours.word : line.hours.calendar} ${String(line.when.severities)}`,
      ),
    ).toEqual(['resolve 24x7 P1', 'receive 24x7 null', 'resolve Office null']);
    expect(plan.channels.map((line) => line.value)).toEqual(['phone', 'web', 'email']);
    expect(
      plan.attainment.map(
        (line) =>
          `${line.aim.kind === 'share' ? line.aim.share.numerator : line.aim.kind} ${String(line.when.severities)}`,
      ),
    ).toEqual(['95 null', '80 P1']);
    expect(plan.quotas.map((quota) => `${quota.thing} ${quota.amount}`)).toEqual(['incidents 9', 'visits 1']);
    expect(plan.features.map((feature) => feature.value)).toEqual(['yes']);
    expect(plan.price?.kind).toBe('on request');
  });

  it('in a circle is reported once, however long the circle', () => {
    const text = `plan A extends C { }
      plan B extends A { }
      plan C extends B { }`;
    expect(briefly(checkText(HEAD + text).findings)).toEqual(['plan/extends-itself @ C']);
  });

  it('that is in a circle itself is reported beside a plan that leads into it', () => {
    const text = `plan Z extends A { }
      plan A extends B { }
      plan B extends A { }`;
    expect(briefly(checkText(HEAD + text).findings)).toEqual(['plan/extends-itself @ B']);
  });

  it('that is unknown leaves what it may have said open, and is the only mistake', () => {
    const text = 'plan B extends Basc { targets { respond; P1 4 business hours; P2 2 business days } }';
    expect(briefly(checkText(HEAD + text).findings)).toEqual(['names/unknown @ Basc']);
  });
});

describe('a table with a column a plan', () => {
  it('gives each plan its cell in that plan’s own business hours', () => {
    const text = `plan A { business hours in Office }
      plan B extends A { }
      plan C extends B { business hours in Shop }
      targets respond by plan {
            A                | B                | C
        P1  4 business hours | 4 business hours | 4 business hours
      }`;
    const calendars = contractWith(text).plans.map((plan) => plan.targets[0]?.promise);
    expect(calendars).toEqual([
      { kind: 'hours', seconds: 14_400, calendar: 'Office' },
      { kind: 'hours', seconds: 14_400, calendar: 'Office' },
      { kind: 'hours', seconds: 14_400, calendar: 'Shop' },
    ]);
  });

  it('speaks of the plan itself, so a row in its block for the same ticket is a second value', () => {
    const text = `plan A { targets { respond; P1 4 h } }
      targets respond by plan { A; P1 | 3 h }`;
    expect(briefly(checkText(HEAD + text).findings)).toEqual(['plan/target-twice @ P1']);
  });

  it('may name a plan by its alias', () => {
    const text = `plan A also called Basic { }
      targets respond by plan { Basic; P1 | 3 h }`;
    expect(rowsOf(text, 'A')).toEqual(['respond of P1: 3 h']);
  });
});

describe('business hours that a plan says anew', () => {
  const BASIC = `plan Basic {
  business hours in Office
  targets { respond; P1 4 business hours; P2 8 h in Office; P3 best effort }
}
`;
  const limitOf = (text: string, plan: string) =>
    planOf(text, plan).targets.map(({ promise }) =>
      'calendar' in promise ? promise.calendar : promise.kind,
    );

  it('are those of what it inherits too, and hours of a named calendar stay', () => {
    const text = `${BASIC}plan Long extends Basic { business hours in Shop }\n`;
    expect(limitOf(text, 'Basic')).toEqual(['Office', 'Office', 'word']);
    expect(limitOf(text, 'Long')).toEqual(['Shop', 'Office', 'word']);
  });

  it('hold for plans that extend it, and for tables by plan', () => {
    const text = `${BASIC}plan Long extends Basic { business hours in Shop }
plan Longer extends Long { channels web }
targets resolve by plan { Basic; P1 1 business hours }
`;
    expect(limitOf(text, 'Longer')).toEqual(['Shop', 'Shop', 'Office', 'word']);
  });
});

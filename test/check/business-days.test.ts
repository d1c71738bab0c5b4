import { describe, expect, it } from 'vitest';
import type { CheckedDays } from '../../src/check/model.ts';
import { briefly, checkText } from './findings.ts';
import { HEAD, planOf } from './contract-with.ts';

const TERMS =
  'business days in Office at close, received outside hours as received, day of receipt counts, cut-off 16:00';

function daysOf(cell: string, terms = TERMS): CheckedDays {
  const promise = planOf(`plan A { ${terms}; targets { respond; P1 | ${cell} } }`, 'A').targets[0]?.promise;
  if (promise?.kind !== 'days') throw new Error('the cell counts no days');
  return promise;
}

describe('a count of business days', () => {
  it('is counted as the plan says where the cell says nothing', () => {
    expect(daysOf('2 business days')).toEqual({
      kind: 'days',
      unit: 'business day',
      count: 2,
      calendar: 'Office',
      end: { kind: 'close' },
      receipt: 'as received',
      dayOne: 'day of receipt',
      cutOff: 57_600,
      endOutside: 'stays',
    });
  });

  it('is counted as the cell says where it says something, rule by rule', () => {
    const days = daysOf(
      '2 business days in Shop at 12:00, received outside hours at next opening, ending outside hours at previous close',
    );
    expect(days.calendar).toBe('Shop');
    expect(days.end).toEqual({ kind: 'clock', time: 43_200 });
    expect(days.receipt).toBe('next opening');
    expect(days.endOutside).toBe('previous close');
    expect(days.dayOne).toBe('day of receipt');
    expect(days.cutOff).toBe(57_600);
  });

  it('to the next business day never counts the day of receipt, whatever the plan says of other counts', () => {
    expect(daysOf('next business day').dayOne).toBe('day after');
    expect(daysOf('next business day, day of receipt counts').dayOne).toBe('day of receipt');
  });

  it('of weeks is one of calendar days, and takes nothing from the plan’s business days', () => {
    const days = daysOf(
      '2 weeks in Shop at same time, received outside hours as received, day of receipt does not count',
    );
    expect(days).toMatchObject({ unit: 'calendar day', count: 14, calendar: 'Shop', cutOff: null });
  });

  it('of years is one of months', () => {
    const days = daysOf(
      '2 years in Shop at close, received outside hours as received, day of receipt counts',
    );
    expect(days).toMatchObject({ unit: 'month', count: 24 });
  });

  it('that ends nowhere is reported where the plan counts its days, once for all cells', () => {
    const text = `${HEAD}plan A {
      business days in Office, received outside hours as received, day of receipt counts
      targets { respond | resolve; P1 | 1 business day | 2 business days; P2 | next business day | 3 business days at close }
    }`;
    expect(briefly(checkText(text).findings)).toEqual([
      'plan/day-end-missing @ in Office, received outside hours as received, day of receipt counts',
    ]);
  });

  it('says what it leaves open once a calendar, not once a cell', () => {
    const text = `${HEAD}plan A { targets { respond | resolve
      P1 | 1 business days in Office at same time | 2 business days in Office at same time
      P2 | 1 business days in Shop at close, day of receipt counts | best effort
    } }`;
    expect(
      checkText(text).findings.map(({ code, message }) => `${code} ${/`(.*)`/.exec(message)?.[1] ?? ''}`),
    ).toEqual([
      'assume/day-of-receipt Office',
      'assume/ending-outside-hours Office',
      'assume/received-outside-hours Office',
      'assume/received-outside-hours Shop',
    ]);
  });

  it('without a calendar anywhere is one mistake of the plan, with all its places', () => {
    const text = `${HEAD}plan A { targets { respond; P1 | 1 business days; P2 | 2 business days } }`;
    const { findings } = checkText(text);
    expect(briefly(findings)).toEqual(['plan/business-hours-undefined @ 1 business days']);
    expect(findings[0]?.related).toHaveLength(1);
  });
});

import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import { digitsOf } from '../../../src/engine/money/currency.ts';
import { groundIn, groundOf } from '../../../src/engine/money/statement-ground.ts';
import { statementInvoices } from '../../../src/engine/money/statement-invoices.ts';
import type { StatementLine } from '../../../src/engine/money/statement-model.ts';
import { epochDayOfDate } from '../../../src/time/civil-date.ts';
import { berlin } from '../entitlement/ledgered.ts';
import { loaded } from './credited.ts';

const { ground } = loaded('');

/** A line of a date, such as `06-18 EUR 9`; one without an amount has no figure. */
function line(kind: StatementLine['kind'], text: string): StatementLine {
  const [date = '', currency = '', amount] = text.split(' ');
  return {
    kind,
    at: berlin(date),
    ticket: null,
    count: null,
    currency,
    amount: amount === undefined ? null : new Fraction(amount),
    clause: text,
    origin: { file: 'test.plan', line: 1, column: 1, path: [] },
    words: '',
  };
}

/** `06-01 EUR 9.00: work, credit`. */
function shown(lines: readonly StatementLine[], unit: 'month' | 'quarter' = 'month'): readonly string[] {
  return statementInvoices(lines, { unit, anchor: 'calendar' }, ground).map(({ from, lines: own, sum }) => {
    const date = new Date(from + 7_200_000).toISOString().slice(5, 10);
    return `${date} ${sum.currency} ${digitsOf(sum.amount, sum.currency)}: ${own.map(({ kind }) => kind).join(', ')}`;
  });
}

describe('the lines of a customer', () => {
  test('are an invoice for each billing period in which there are some, in their order', () => {
    const lines = [
      line('work', '07-01 EUR 5'),
      line('work', '06-30 EUR 7'),
      line('work', '09-02 EUR 1'),
      line('work', '06-01 EUR 2'),
    ];
    expect(shown(lines)).toEqual([
      '06-01 EUR 9.00: work, work',
      '07-01 EUR 5.00: work',
      '09-01 EUR 1.00: work',
    ]);
    expect(shown(lines, 'quarter')).toEqual(['04-01 EUR 9.00: work, work', '07-01 EUR 6.00: work, work']);
    expect(shown([])).toEqual([]);
  });

  test('last as long as their period really does', () => {
    const [march] = statementInvoices(
      [line('work', '03-15 EUR 1')],
      { unit: 'month', anchor: 'calendar' },
      ground,
    );
    expect([march?.from, march?.to]).toEqual([berlin('03-01'), berlin('04-01')]);
  });

  test('stand by their kind, and of one kind by their time', () => {
    const kinds = ['credit', 'surcharge', 'work', 'over quota', 'charge', 'pack', 'option', 'price'] as const;
    expect(shown(kinds.map((kind) => line(kind, '06-10 EUR 1')))).toEqual([
      `06-01 EUR 8.00: ${kinds.toReversed().join(', ')}`,
    ]);
    const [invoice] = statementInvoices(
      [line('work', '06-20 EUR 1'), line('work', '06-10 EUR 2')],
      { unit: 'month', anchor: 'calendar' },
      ground,
    );
    expect(invoice?.lines.map(({ clause }) => clause)).toEqual(['06-10 EUR 2', '06-20 EUR 1']);
  });

  test('are an invoice for each currency, those without a figure on the first', () => {
    expect(
      shown([
        line('work', '06-10 EUR 5'),
        line('charge', '06-11 USD 3'),
        line('surcharge', '06-12'),
        line('credit', '06-13 USD -1'),
      ]),
    ).toEqual(['06-01 EUR 5.00: work, surcharge', '06-01 USD 2.00: charge, credit']);
    expect(shown([line('surcharge', '06-12')])).toEqual(['06-01  0.00: surcharge']);
  });
});

describe('the dates of a statement', () => {
  test('are those of the contract’s zone, or that of its first day, or of UTC', () => {
    const said = loaded('').engine.plan;
    const first = epochDayOfDate('2026-01-31');
    const of = (plan: Partial<typeof said>) => groundOf(loadPlan({ ...said, ...plan }));
    expect(of({})).toMatchObject({ zone: { zone: 'Europe/Berlin' }, start: first });
    expect(of({ zone: null })).toMatchObject({ zone: { zone: 'Europe/Berlin' }, start: first });
    expect(of({ zone: 'Europe/Moscow' })).toMatchObject({ zone: { zone: 'Europe/Moscow' }, start: first });
    expect(of({ zone: null, effective: null })).toMatchObject({ zone: { zone: 'UTC' }, start: null });
  });

  test('of a clause are those of the zone that it names', () => {
    const { engine } = loaded('');
    expect(groundIn(engine, { kind: 'any' }, ground)).toBe(ground);
    expect(groundIn(engine, { kind: 'period', zone: 'Europe/Moscow' }, ground)).toEqual({
      zone: engine.zone('Europe/Moscow'),
      start: ground.start,
    });
  });
});

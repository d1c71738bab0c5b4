import { describe, expect, test } from 'vitest';
import type { TicketStory } from '../../../src/engine/money/statement-model.ts';
import { KEY } from '../entitlement/ledgered.ts';
import { instant } from './credited.ts';
import { stated, linesOf } from './stated.ts';

describe('a surcharge', () => {
  const opened = (ticket: string, at: string) => [ticket, at, 'opened'] as const;
  const MORNING = '2026-06-18T10:00+02:00';

  test('on a ticket is for each that it is for', () => {
    const clause = 'surcharge "call-out" EUR 250 per call for P1';
    const statement = stated(clause, {
      events: [opened('A', MORNING), opened('B', '2026-06-19T10:00+02:00')],
      severe: ['B'],
    });
    expect(linesOf(statement)).toEqual([`06-19 surcharge 250.00 of B by ${clause}`]);
    for (const word of ['ticket', 'incident', 'request', 'case']) {
      const each = `surcharge "each" EUR 5 per ${word}`;
      expect(linesOf(stated(each, { events: [opened('A', MORNING)] }))).toEqual([
        `06-18 surcharge 5.00 of A by ${each}`,
      ]);
    }
  });

  test('for each visit, or whatever else it names, is for each time that this happened to the ticket', () => {
    const clause = 'surcharge "travel" EUR 80 per visit';
    const statement = stated(clause, {
      work: [
        ['A', '2026-06-18T10:00+02:00', '2026-06-18T11:00+02:00', 'visit'],
        ['A', '2026-06-19T10:00+02:00', '2026-06-19T11:00+02:00', 'visit'],
        ['A', '2026-06-20T10:00+02:00', '2026-06-20T11:00+02:00', 'consult'],
        ['B', '2026-06-21T10:00+02:00', '2026-06-21T11:00+02:00', 'consult'],
      ],
      events: [
        ['B', '2026-06-22T10:00+02:00', 'visit'],
        ['B', '2026-06-23T10:00+02:00', 'reply'],
      ],
    });
    expect(linesOf(statement)).toEqual([
      `06-18 surcharge 80.00 of A by ${clause}`,
      `06-19 surcharge 80.00 of A by ${clause}`,
      `06-22 surcharge 80.00 of B by ${clause}`,
    ]);
  });

  test('that is a share is one of what the ticket costs otherwise', () => {
    const clauses = `rate EUR 60 per hour
  surcharge "urgent" 25% for P1`;
    const statement = stated(clauses, {
      work: [
        ['A', '2026-06-18T10:00+02:00', '2026-06-18T11:00+02:00'],
        ['B', '2026-06-19T10:00+02:00', '2026-06-19T11:00+02:00'],
        ['B', '2026-06-20T10:00+02:00', '2026-06-20T10:30+02:00'],
      ],
      severe: ['B'],
    });
    expect(linesOf(statement).filter((line) => line.includes('surcharge'))).toEqual([
      '06-19 surcharge 15.00 of B by surcharge "urgent" 25% for P1',
      '06-20 surcharge 7.50 of B by surcharge "urgent" 25% for P1',
    ]);
    // What has no figure has no share either.
    const words = clauses.replace('EUR 60', '"the rate"');
    const open = stated(words, {
      work: [['B', '2026-06-19T10:00+02:00', '2026-06-19T11:00+02:00']],
      severe: ['B'],
    });
    expect(linesOf(open)).toEqual(['06-19 work "the rate" of B by rate "the rate" per hour']);
  });

  test('that is a share of the price is on no ticket', () => {
    const clauses = `rate EUR 60 per hour
  surcharge "back again" 20% when lapsed`;
    const work = [['A', '2026-06-18T10:00+02:00', '2026-06-18T11:00+02:00']] as const;
    expect(linesOf(stated(clauses, { work }))).toHaveLength(1);
  });

  test('that hangs on a fact, or is told on request, has no figure', () => {
    const when = 'surcharge "late" EUR 9 per ticket when lapsed';
    expect(linesOf(stated(when, { events: [opened('A', MORNING)] }))).toEqual([
      `06-18 surcharge "depends on \`lapsed\`" of A by ${when}`,
    ]);
    const request = 'surcharge "late" on request for P1';
    const told = { events: [opened('A', MORNING), opened('B', MORNING)], severe: ['B'] };
    expect(linesOf(stated(request, told))).toEqual([`06-18 surcharge "on request" of B by ${request}`]);
  });

  test('on tickets opened in some hours is for those alone', () => {
    const events = [opened('A', MORNING), opened('B', '2026-06-18T20:00+02:00')];
    const outside = 'surcharge "late" EUR 9 per ticket when opened outside Office';
    expect(linesOf(stated(outside, { events }))).toEqual([`06-18 surcharge 9.00 of B by ${outside}`]);
    const within = 'surcharge "day" EUR 9 per ticket when opened in Office';
    expect(linesOf(stated(within, { events }))).toEqual([`06-18 surcharge 9.00 of A by ${within}`]);
  });

  test('that is a share is on tickets opened in some hours alone, and not on the price', () => {
    const late = 'surcharge "late" 50% when opened outside Office';
    const statement = stated(`rate EUR 60 per hour\n  price EUR 100 per month, billed monthly\n  ${late}`, {
      work: [
        ['A', '2026-06-18T10:00+02:00', '2026-06-18T11:00+02:00'],
        ['B', '2026-06-18T20:00+02:00', '2026-06-18T21:00+02:00'],
      ],
    });
    expect(linesOf(statement).filter((line) => line.includes('surcharge'))).toEqual([
      `06-18 surcharge 30.00 of B by ${late}`,
    ]);
  });

  test('is not yet on what happens after now, nor on what happened before the plan was held', () => {
    const each = 'surcharge "each" EUR 5 per ticket';
    const travel = 'surcharge "travel" EUR 80 per visit';
    const told = {
      events: [
        opened('A', '2026-06-10T10:00+02:00'),
        opened('B', MORNING),
        opened('C', '2026-06-25T10:00+02:00'),
      ],
      work: [
        ['B', MORNING, '2026-06-18T11:00+02:00', 'visit'],
        ['B', '2026-06-25T10:00+02:00', '2026-06-25T11:00+02:00', 'visit'],
      ],
      start: '2026-06-15T00:00+02:00',
      now: '2026-06-20T00:00+02:00',
    } as const;
    expect(linesOf(stated(each, told))).toEqual([`06-18 surcharge 5.00 of B by ${each}`]);
    expect(linesOf(stated(travel, told))).toEqual([`06-18 surcharge 80.00 of B by ${travel}`]);
    const atEnds = { ...told, start: '2026-06-10T10:00+02:00', now: '2026-06-25T10:00+02:00' };
    expect(linesOf(stated(each, atEnds)).map((line) => line.slice(0, 5))).toEqual([
      '06-10',
      '06-18',
      '06-25',
    ]);
  });

  test('in the case that is said is for tickets of which it holds', () => {
    const clause = 'surcharge "late" EUR 9 per ticket when lapsed';
    const story = (lapsed: boolean): TicketStory => ({
      ticket: 'A',
      key: KEY,
      opened: instant(MORNING),
      factOf: (name) => (name === 'lapsed' ? lapsed : undefined),
      promises: [],
      misses: [],
    });
    expect(linesOf(stated(clause, { more: { tickets: [story(true)] } }))).toEqual([
      `06-18 surcharge 9.00 of A by ${clause}`,
    ]);
    expect(linesOf(stated(clause, { more: { tickets: [story(false)] } }))).toEqual([]);
  });
});

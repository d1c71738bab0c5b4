import { describe, expect, it } from 'vitest';
import type { CalendarBody } from '../../src/check/model.ts';
import { HorizonError } from '../../src/engine/index.ts';
import type { PlanDays, PlanLimit, PlanPromise } from '../../src/plan/model.ts';
import { formatInstantIn, parseInstant } from '../../src/time/iso-instant.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';
import { civil, contractWith, forAll, named, time, weekdays } from './checked-contract.ts';
import { engineOf } from './lower-calendar.ts';

const BERLIN = civil('Europe/Berlin', weekdays(1, 5, '09:00-17:00'));

function at(text: string): number {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.instant;
}

/** The wall clock in the calendar's zone at the deadline, without its offset; or the word. */
function due(promise: PlanPromise, start: string, body: CalendarBody = BERLIN): string {
  const engine = engineOf(contractWith({ C: body }));
  const answer = engine.deadline(promise, at(start));
  if (answer.kind === 'word') return answer.word;
  if (answer.kind === 'awaits') return `waits for ${answer.event}`;
  const zone = engine.calendar(0).zone ?? 'UTC';
  return formatInstantIn(lookUpZone(zone, 1970, 2100), answer.due).slice(0, 16);
}

function days(count: number, rest: Partial<PlanDays> = {}): PlanDays {
  return {
    kind: 'days',
    unit: 'business day',
    count,
    calendar: 0,
    zone: 'Europe/Berlin',
    end: { kind: 'same time' },
    receipt: 'as received',
    dayOne: 'day after',
    cutOff: null,
    endOutside: 'stays',
    ...rest,
  };
}

const hours = (count: number): PlanPromise => ({ kind: 'hours', seconds: count * 3600, calendar: 0 });
const elapsed = (count: number): PlanPromise => ({ kind: 'elapsed', seconds: count * 3600 });

describe('"2 days" from Thursday 2026-06-11 15:00', () => {
  const thursday = '2026-06-11T15:00+02:00';

  it('are Monday at the same time as business days, and Monday at close', () => {
    expect(due(days(2), thursday)).toBe('2026-06-15T15:00');
    expect(due(days(2, { end: { kind: 'close' } }), thursday)).toBe('2026-06-15T17:00');
  });

  it('are Friday at close when the day of receipt is day one', () => {
    expect(due(days(2, { end: { kind: 'close' }, dayOne: 'day of receipt' }), thursday)).toBe(
      '2026-06-12T17:00',
    );
  });

  it('are Friday a week later as 48 hours of the calendar, and Saturday as 48 elapsed', () => {
    expect(due(hours(48), thursday)).toBe('2026-06-19T15:00');
    expect(due(elapsed(48), thursday)).toBe('2026-06-13T15:00');
  });

  it('are Saturday as calendar days, which an end outside hours may move either way', () => {
    const calendarDays = { unit: 'calendar day' } as const;
    expect(due(days(2, calendarDays), thursday)).toBe('2026-06-13T15:00');
    expect(due(days(2, { ...calendarDays, endOutside: 'next opening' }), thursday)).toBe('2026-06-15T09:00');
    expect(due(days(2, { ...calendarDays, endOutside: 'previous close' }), thursday)).toBe(
      '2026-06-12T17:00',
    );
    expect(due(days(2, { ...calendarDays, end: { kind: 'close' } }), thursday)).toBe('2026-06-14T00:00');
  });
});

describe('business days', () => {
  it('are counted by date although they differ in length', () => {
    const short = civil('Europe/Berlin', [
      ...weekdays(1, 4, '09:00-17:00'),
      ...weekdays(5, 5, '10:00-16:00'),
    ]);
    expect(due(days(1), '2026-06-15T10:00+02:00', short)).toBe('2026-06-16T10:00');
    expect(due(days(1), '2026-06-12T10:00+02:00', short)).toBe('2026-06-15T10:00');
    expect(due(days(1), '2026-06-11T16:30+02:00', short)).toBe('2026-06-12T16:30');
    expect(due(days(1, { endOutside: 'next opening' }), '2026-06-11T16:30+02:00', short)).toBe(
      '2026-06-15T09:00',
    );
  });

  it('from a Saturday start on Monday, or after it when receipt first moves to the opening', () => {
    const close = { end: { kind: 'close' } } as const;
    expect(due(days(1, close), '2026-06-13T10:00+02:00')).toBe('2026-06-15T17:00');
    expect(due(days(1, { ...close, receipt: 'next opening' }), '2026-06-13T10:00+02:00')).toBe(
      '2026-06-16T17:00',
    );
    expect(due(days(1, { ...close, dayOne: 'day of receipt' }), '2026-06-13T10:00+02:00')).toBe(
      '2026-06-15T17:00',
    );
  });

  it('after closing time move to the next opening like those on a Saturday', () => {
    const moved = days(1, { receipt: 'next opening' });
    expect(due(moved, '2026-06-12T17:00+02:00')).toBe('2026-06-16T09:00');
    expect(due(moved, '2026-06-12T16:59+02:00')).toBe('2026-06-15T16:59');
    expect(due(moved, '2026-06-13T10:00+02:00')).toBe('2026-06-16T09:00');
  });

  it('with a cut-off count what comes at or after it from the next opening', () => {
    const cutOff = days(1, { cutOff: time('15:00') });
    expect(due(cutOff, '2026-06-11T14:59+02:00')).toBe('2026-06-12T14:59');
    expect(due(cutOff, '2026-06-11T15:00+02:00')).toBe('2026-06-15T09:00');
    expect(due(cutOff, '2026-06-13T16:00+02:00')).toBe('2026-06-15T16:00');
  });

  it('end at a clock time as it stands, inside hours or not', () => {
    const noon = days(1, { end: { kind: 'clock', time: time('12:00') } });
    const evening = days(1, { end: { kind: 'clock', time: time('20:30') } });
    expect(due(noon, '2026-06-11T15:00+02:00')).toBe('2026-06-12T12:00');
    expect(due(evening, '2026-06-11T15:00+02:00')).toBe('2026-06-12T20:30');
    expect(due({ ...evening, endOutside: 'next opening' }, '2026-06-11T15:00+02:00')).toBe(
      '2026-06-15T09:00',
    );
    expect(due({ ...evening, endOutside: 'previous close' }, '2026-06-11T15:00+02:00')).toBe(
      '2026-06-12T17:00',
    );
  });

  it('that end at closing time are within hours', () => {
    const five = days(1, { end: { kind: 'clock', time: time('17:00') }, endOutside: 'next opening' });
    expect(due(five, '2026-06-11T15:00+02:00')).toBe('2026-06-12T17:00');
  });

  it('are due at once when their end has passed at receipt', () => {
    const sameDay = days(1, { dayOne: 'day of receipt', end: { kind: 'close' } });
    expect(due(sameDay, '2026-06-11T16:00+02:00')).toBe('2026-06-11T17:00');
    expect(due(sameDay, '2026-06-11T18:00+02:00')).toBe('2026-06-11T18:00');
  });

  it('keep the wall clock over a change, and move it where it does not exist', () => {
    expect(due(days(1, { unit: 'calendar day' }), '2026-03-28T12:00+01:00')).toBe('2026-03-29T12:00');
    expect(due(days(1, { unit: 'calendar day' }), '2026-03-28T02:30+01:00')).toBe('2026-03-29T03:30');
    expect(due(elapsed(24), '2026-03-28T12:00+01:00')).toBe('2026-03-29T13:00');
  });

  it('skip holidays', () => {
    const engine = engineOf(
      contractWith(
        {
          C: civil('Europe/Moscow', weekdays(1, 5, '10:00-19:00'), {
            holidays: [forAll({ kind: 'sets', sets: ['RU'] })],
          }),
        },
        {
          holidaySets: [
            named('RU', {
              source: 'test',
              fromYear: 2026,
              toYear: 2026,
              days: [{ date: '2026-06-12', name: 'Russia Day', closed: { from: 0, to: 86_400 } }],
            }),
          ],
        },
      ),
    );
    const start = at('2026-06-11T18:00+03:00');
    const oneDay = days(1, { zone: 'Europe/Moscow' });
    expect(engine.deadline(oneDay, start)).toEqual({
      kind: 'due',
      due: at('2026-06-15T18:00+03:00'),
      soft: null,
    });
    expect(engine.deadline(hours(16), start)).toEqual({
      kind: 'due',
      due: at('2026-06-16T16:00+03:00'),
      soft: null,
    });
    expect(() => engine.deadline(days(300, { zone: 'Europe/Moscow' }), start)).toThrow(HorizonError);
    expect(() => engine.deadline(days(300, { zone: 'Europe/Moscow', unit: 'calendar day' }), start)).toThrow(
      HorizonError,
    );
  });
});

describe('a count of nothing', () => {
  const thursday = '2026-06-11T15:00+02:00';
  const atClose = { end: { kind: 'close' }, dayOne: 'day of receipt' } as const;

  it('ends on the day of receipt, whichever unit it is of', () => {
    for (const unit of ['business day', 'calendar day', 'month'] as const) {
      expect(due(days(0, { unit, ...atClose }), thursday), unit).toBe('2026-06-11T17:00');
      expect(due(days(0, { unit, ...atClose, dayOne: 'day after' }), thursday), unit).toBe(
        '2026-06-11T17:00',
      );
    }
    expect(due(days(0, atClose), '2026-06-13T10:00+02:00')).toBe('2026-06-14T00:00');
  });
});

describe('a count of calendar days or months', () => {
  const thursday = '2026-06-11T15:00+02:00';

  it('ends a day earlier when the day of receipt is day one', () => {
    const dayOne = { dayOne: 'day of receipt' } as const;
    expect(due(days(2, { unit: 'calendar day', ...dayOne }), thursday)).toBe('2026-06-12T15:00');
    expect(due(days(1, { unit: 'month', ...dayOne }), thursday)).toBe('2026-07-10T15:00');
    expect(due(days(1, { unit: 'month' }), thursday)).toBe('2026-07-11T15:00');
  });
});

describe('a period that ends', () => {
  const ends = (unit: PlanDays['unit'], count: number): string =>
    due(days(count, { unit, end: { kind: 'clock', time: time('12:00') } }), '2026-06-11T15:00+02:00');

  it('is the week, month, quarter or year of receipt, or one so many later', () => {
    expect(ends('end of week', 0)).toBe('2026-06-14T12:00');
    expect(ends('end of week', 1)).toBe('2026-06-21T12:00');
    expect(ends('end of month', 0)).toBe('2026-06-30T12:00');
    expect(ends('end of month', 1)).toBe('2026-07-31T12:00');
    expect(ends('end of quarter', 0)).toBe('2026-06-30T12:00');
    expect(ends('end of quarter', 1)).toBe('2026-09-30T12:00');
    expect(ends('end of year', 0)).toBe('2026-12-31T12:00');
    expect(ends('end of year', 1)).toBe('2027-12-31T12:00');
  });
});

describe('the later or the earlier of several', () => {
  const thursday = '2026-06-11T15:00+02:00';
  const pick = (which: 'later' | 'earlier'): PlanPromise => ({
    kind: 'pick',
    pick: which,
    of: [days(1), { kind: 'elapsed', seconds: 4 * 3600 }, { kind: 'hours', seconds: 8 * 3600, calendar: 0 }],
  });

  it('is due by the one that is', () => {
    expect(due(pick('earlier'), thursday)).toBe('2026-06-11T19:00');
    expect(due(pick('later'), thursday)).toBe('2026-06-12T15:00');
  });
});

describe('a promise counted from the deadline of another', () => {
  const thursday = '2026-06-11T15:00+02:00';
  const relative = (
    side: 'before' | 'after',
    hard: PlanLimit,
    base: PlanPromise = { kind: 'elapsed', seconds: 20 * 3600 },
  ): PlanPromise => ({ kind: 'relative', side, metric: 'resolve', base, soft: null, hard });

  it('follows it, or comes before it, in time, in hours and by dates', () => {
    // The other is due on Friday at 11:00.
    expect(due(relative('after', { kind: 'elapsed', seconds: 3600 }), thursday)).toBe('2026-06-12T12:00');
    expect(due(relative('before', { kind: 'elapsed', seconds: 3600 }), thursday)).toBe('2026-06-12T10:00');
    const threeHours = { kind: 'hours', seconds: 3 * 3600, calendar: 0 } as const;
    expect(due(relative('after', threeHours), thursday)).toBe('2026-06-12T14:00');
    expect(due(relative('before', threeHours), thursday)).toBe('2026-06-11T16:00');
    expect(due(relative('after', days(1)), thursday)).toBe('2026-06-15T11:00');
  });

  it('is counted back by business days, days and months, whose own date is not one of them', () => {
    const inJuly = { kind: 'elapsed', seconds: 40 * 24 * 3600 } as const; // Tuesday 21 July, 15:00.
    const back = (count: number, rest: Partial<PlanDays>): string =>
      due(relative('before', days(count, rest), inJuly), thursday);
    expect(back(2, {})).toBe('2026-07-17T15:00');
    expect(back(2, { end: { kind: 'close' } })).toBe('2026-07-17T17:00');
    expect(back(2, { unit: 'calendar day' })).toBe('2026-07-19T15:00');
    expect(back(2, { unit: 'calendar day', endOutside: 'previous close' })).toBe('2026-07-17T17:00');
    expect(back(2, { unit: 'calendar day', endOutside: 'next opening' })).toBe('2026-07-20T09:00');
    expect(back(1, { unit: 'month' })).toBe('2026-06-21T15:00');
    expect(back(1, { end: { kind: 'clock', time: time('12:00') } })).toBe('2026-07-20T12:00');
  });

  it('is counted back by the later or the earlier of several', () => {
    const pick = (which: 'later' | 'earlier'): PlanLimit => ({
      kind: 'pick',
      pick: which,
      of: [
        { kind: 'elapsed', seconds: 3600 },
        { kind: 'elapsed', seconds: 7200 },
      ],
    });
    expect(due(relative('before', pick('later')), thursday)).toBe('2026-06-12T10:00');
    expect(due(relative('before', pick('earlier')), thursday)).toBe('2026-06-12T09:00');
  });

  it('is never counted back by the end of a period', () => {
    for (const unit of ['end of week', 'end of month', 'end of quarter', 'end of year'] as const)
      expect(() => due(relative('before', days(1, { unit })), thursday), unit).toThrow('counted back');
  });

  it('is never due before its own clock starts, nor aimed at', () => {
    const engine = engineOf(contractWith({ C: BERLIN }));
    const start = at(thursday);
    const day = { kind: 'elapsed', seconds: 24 * 3600 } as const;
    const hour = { kind: 'elapsed', seconds: 3600 } as const;
    const base = { kind: 'elapsed', seconds: 2 * 3600 } as const;
    expect(
      engine.deadline(
        { kind: 'relative', side: 'before', metric: 'resolve', base, soft: day, hard: hour },
        start,
      ),
    ).toEqual({ kind: 'due', due: start + 3_600_000, soft: start });
    expect(
      engine.deadline(
        { kind: 'relative', side: 'before', metric: 'resolve', base, soft: null, hard: day },
        start,
      ),
    ).toEqual({ kind: 'due', due: start, soft: null });
  });

  it('has the word of the other, or waits for what that waits for', () => {
    const word = { kind: 'word', word: 'best effort' } as const;
    expect(due(relative('after', { kind: 'elapsed', seconds: 60 }, word), thursday)).toBe('best effort');
    const awaited: PlanPromise = {
      kind: 'awaited',
      side: 'after',
      of: { kind: 'event', name: 'sent' },
      soft: null,
      hard: { kind: 'elapsed', seconds: 60 },
    };
    expect(due(awaited, thursday)).toBe('waits for sent');
    expect(due(relative('after', { kind: 'elapsed', seconds: 60 }, awaited), thursday)).toBe(
      'waits for sent',
    );
  });
});

describe('months', () => {
  it('end on the same day, or on the last of a shorter month', () => {
    const months = (count: number): PlanDays => days(count, { unit: 'month' });
    expect(due(months(1), '2026-01-31T10:00+01:00')).toBe('2026-02-28T10:00');
    expect(due(months(12), '2024-02-29T10:00+01:00')).toBe('2025-02-28T10:00');
  });
});

describe('one promise read in several ways', () => {
  it('"2 business hours" under a 24x7 plan lie 53 hours apart (New York, Saturday 03:00)', () => {
    const office = civil('America/New_York', weekdays(1, 5, '08:00-17:00'));
    expect(due(elapsed(2), '2026-06-13T03:00-04:00', office)).toBe('2026-06-13T05:00');
    expect(due(hours(2), '2026-06-13T03:00-04:00', office)).toBe('2026-06-15T10:00');
  });

  it('"16 hours" in Moscow on a Thursday evening end on Friday or on Monday', () => {
    const moscow = civil('Europe/Moscow', weekdays(1, 5, '10:00-19:00'));
    expect(due(elapsed(16), '2026-06-11T18:00+03:00', moscow)).toBe('2026-06-12T10:00');
    expect(due(hours(16), '2026-06-11T18:00+03:00', moscow)).toBe('2026-06-15T16:00');
  });

  it('a P1 of 5 hours re-rated on completion is late from the opening and not from the completion', () => {
    const moscow = civil('Europe/Moscow', weekdays(1, 5, '10:00-19:00'));
    expect(due(hours(5), '2026-06-15T10:00+03:00', moscow)).toBe('2026-06-15T15:00');
    expect(due(hours(5), '2026-06-16T14:00+03:00', moscow)).toBe('2026-06-16T19:00');
  });

  it('4 hours for a caller in Hong Kong depend on whose hours they are', () => {
    const start = '2026-06-19T09:00+08:00';
    expect(due(hours(4), start, civil('Asia/Hong_Kong', weekdays(1, 5, '08:00-17:00')))).toBe(
      '2026-06-19T13:00',
    );
    expect(due(hours(4), start, civil('America/New_York', weekdays(1, 5, '09:00-17:00')))).toBe(
      '2026-06-19T13:00',
    );
    const juneteenth = civil('America/New_York', weekdays(1, 5, '09:00-17:00'), {
      dated: [
        forAll({
          label: 'Juneteenth',
          dates: { kind: 'range', from: '2026-06-19', to: '2026-06-19' },
          hours: [],
          as: null,
          limited: null,
        }),
      ],
    });
    expect(due(hours(4), start, juneteenth)).toBe('2026-06-22T13:00');
  });
});

describe('a cell', () => {
  it('of a range is due by its hard bound and aims at its soft one', () => {
    const engine = engineOf(contractWith({ C: BERLIN }));
    const start = at('2026-06-11T15:00+02:00');
    expect(
      engine.deadline(
        {
          kind: 'range',
          soft: { kind: 'hours', seconds: 3600, calendar: 0 },
          hard: { kind: 'hours', seconds: 7200, calendar: 0 },
        },
        start,
      ),
    ).toEqual({
      kind: 'due',
      due: at('2026-06-11T17:00+02:00'),
      soft: at('2026-06-11T16:00+02:00'),
    });
  });

  it('of a cadence is due by its first message, and aims at one where it says so', () => {
    const engine = engineOf(contractWith({ C: BERLIN }));
    const start = at('2026-06-11T15:00+02:00');
    const hard = { kind: 'elapsed', seconds: 7200 } as const;
    const soft = { kind: 'elapsed', seconds: 3600 } as const;
    expect(engine.deadline({ kind: 'cadence', soft: null, hard, until: null }, start)).toEqual({
      kind: 'due',
      due: start + 7_200_000,
      soft: null,
    });
    expect(engine.deadline({ kind: 'cadence', soft, hard, until: null }, start)).toEqual({
      kind: 'due',
      due: start + 7_200_000,
      soft: start + 3_600_000,
    });
  });

  it('with a word has no deadline', () => {
    expect(due({ kind: 'word', word: 'best effort' }, '2026-06-11T15:00+02:00')).toBe('best effort');
  });
});

describe('deadlines in columns', () => {
  const engine = engineOf(contractWith({ C: BERLIN }));
  const starts = Float64Array.of(at('2026-06-11T15:00+02:00'), NaN, at('2026-06-13T10:00+02:00'));

  it('are those of one by one, and NaN where nothing starts', () => {
    const out = new Float64Array(3);
    for (const promise of [hours(4), elapsed(4), days(2)]) {
      engine.deadlines(promise, starts, out);
      const first = engine.deadline(promise, starts[0] as number);
      const last = engine.deadline(promise, starts[2] as number);
      expect([...out]).toEqual([first, { due: NaN }, last].map((each) => ('due' in each ? each.due : null)));
    }
  });

  it('are those of the hard bound of a range, a cadence and a count from another deadline', () => {
    const [hard, soft] = [
      { kind: 'hours', seconds: 4 * 3600, calendar: 0 },
      { kind: 'elapsed', seconds: 60 },
    ] as const;
    const base = { kind: 'elapsed', seconds: 3600 } as const;
    const out = new Float64Array(3);
    for (const promise of [
      { kind: 'range', soft, hard },
      { kind: 'cadence', soft, hard, until: null },
      { kind: 'relative', side: 'after', metric: 'resolve', base, soft, hard },
    ] as const) {
      engine.deadlines(promise, starts, out);
      expect([...out], promise.kind).toEqual(
        [...starts].map((start) => {
          if (Number.isNaN(start)) return NaN;
          const answer = engine.deadline(promise, start);
          return answer.kind === 'due' ? answer.due : null;
        }),
      );
    }
  });

  it('are NaN for a word, for what is counted from it and for what waits, and what lies behind the rows stays', () => {
    const word = { kind: 'word', word: 'not offered' } as const;
    const hard = { kind: 'elapsed', seconds: 60 } as const;
    for (const promise of [
      word,
      { kind: 'awaited', side: 'after', of: { kind: 'event', name: 'sent' }, soft: null, hard },
      { kind: 'relative', side: 'after', metric: 'resolve', base: word, soft: null, hard },
    ] as const) {
      const out = new Float64Array(4).fill(7);
      engine.deadlines(promise, starts, out);
      expect([...out], promise.kind).toEqual([NaN, NaN, NaN, 7]);
    }
  });

  it('ask nothing of a calendar where there is no ticket', () => {
    const out = new Float64Array(2);
    // There is no such calendar.
    engine.deadlines({ kind: 'hours', seconds: 60, calendar: 9 }, Float64Array.of(NaN, NaN), out);
    expect([...out]).toEqual([NaN, NaN]);
  });
});

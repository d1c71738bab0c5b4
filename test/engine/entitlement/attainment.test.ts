import { describe, expect, test } from 'vitest';
import { attained, type AttainedTicket } from '../../../src/engine/entitlement/attainment.ts';
import { loaded } from '../money/credited.ts';
import { berlin, KEY, SEVERE } from './ledgered.ts';

const NOW = '2027-01-01 00:00';

/** A ticket opened and due at instants of Berlin; it stops when it is closed, unless it is told otherwise. */
function ticket(
  opened: string,
  due: string | null,
  closed: string | null,
  more: Partial<AttainedTicket> = {},
): AttainedTicket {
  return {
    key: KEY,
    factOf: () => undefined,
    opened: berlin(opened),
    closed: closed === null ? null : berlin(closed),
    resolved: closed === null ? null : berlin(closed),
    due: due === null ? null : berlin(due),
    started: berlin(opened),
    stopped: closed === null ? null : berlin(closed),
    is: [],
    ...more,
  };
}

const kept = (day: string, more: Partial<AttainedTicket> = {}) =>
  ticket(`${day} 10:00`, `${day} 12:00`, `${day} 12:00`, more);
const late = (day: string, more: Partial<AttainedTicket> = {}) =>
  ticket(`${day} 10:00`, `${day} 12:00`, `${day} 12:01`, more);

/** `06-01: 1 late of 2, 1/2, kept`, with the severity and the mean where there are such. */
function periods(clause: string, tickets: readonly AttainedTicket[], now = NOW): readonly string[] {
  const { engine, plan, ground } = loaded(clause);
  const [line] = plan.attainment;
  if (line === undefined) throw new Error('nothing is promised');
  return attained(engine, line, tickets, ground, berlin(now)).map((each) => {
    const from = new Date(each.from + 7_200_000).toISOString().slice(5, 10);
    const group = each.group === null ? '' : ` of ${each.group.by} ${each.group.value ?? 'unsaid'}`;
    const of = each.severity === null ? group : ` of severity ${each.severity}`;
    const mean = each.meanSeconds === null ? '' : `, mean ${each.meanSeconds.toFraction()}`;
    const word = each.kept === null ? 'open' : each.kept ? 'kept' : 'missed';
    return `${from}${of}: ${each.late} late of ${each.tickets}, ${each.share?.toFraction() ?? '-'}${mean}, ${word}`;
  });
}

describe('a share of tickets in time', () => {
  const HALF = 'attain 50% of respond per month of tickets opened, overall';

  test('is kept from the share itself on, as an exact fraction', () => {
    expect(periods(HALF, [kept('06-02'), late('06-03')])).toEqual(['06-01: 1 late of 2, 1/2, kept']);
    expect(periods(HALF, [kept('06-02'), late('06-03'), late('06-04')])).toEqual([
      '06-01: 2 late of 3, 1/3, missed',
    ]);
    const third = HALF.replace('50%', '66.67%');
    expect(periods(third, [kept('06-02'), kept('06-02'), late('06-04')])).toEqual([
      '06-01: 1 late of 3, 2/3, missed',
    ]);
  });

  test('is of each period that has a ticket, in their order', () => {
    expect(periods(HALF, [late('08-02'), kept('06-30'), kept('07-01'), kept('06-01')])).toEqual([
      '06-01: 0 late of 2, 1, kept',
      '07-01: 0 late of 1, 1, kept',
      '08-01: 1 late of 1, 0, missed',
    ]);
    expect(periods(HALF, [])).toEqual([]);
  });

  test('has a period as long as it really is', () => {
    const { engine, plan, ground } = loaded(HALF);
    const [line] = plan.attainment;
    if (line === undefined) throw new Error('nothing is promised');
    expect(attained(engine, line, [kept('03-15')], ground, berlin(NOW))).toMatchObject([
      { from: berlin('03-01'), to: berlin('04-01') },
    ]);
  });

  test('is of the month in which a ticket was opened, closed or due, as is said', () => {
    const over = ticket('06-30 10:00', '07-31 10:00', '08-01 10:00');
    const month = (population: string) => periods(HALF.replace('opened', population), [over])[0]?.slice(0, 5);
    expect(['opened', 'due', 'closed'].map(month)).toEqual(['06-01', '07-01', '08-01']);
    // A ticket that is open is in no month of closed ones.
    expect(periods(HALF.replace('opened', 'closed'), [ticket('06-01', '06-02', null)])).toEqual([]);
  });

  test('counts a ticket that still runs as late once its deadline has passed', () => {
    const open = ticket('06-02 10:00', '06-02 12:00', null);
    expect(periods(HALF, [open], '06-02 12:00')).toEqual(['06-01: 0 late of 1, 1, kept']);
    expect(periods(HALF, [open], '06-02 12:01')).toEqual(['06-01: 1 late of 1, 0, missed']);
    // One that begins after now cannot have lasted less than nothing.
    expect(periods(HALF, [ticket('06-02 10:00', '06-02 09:00', null)], '06-01 00:00')).toEqual([
      '06-01: 1 late of 1, 0, missed',
    ]);
  });

  test('leaves out what was promised nothing, what the clause excepts, and other severities', () => {
    expect(periods(HALF, [ticket('06-02 10:00', null, '06-02 12:00')])).toEqual([]);
    const except = `${HALF}, except cancelled and duplicates`;
    expect(
      periods(except, [kept('06-02'), late('06-03', { is: ['cancelled'] }), late('06-03', { is: ['odd'] })]),
    ).toEqual(['06-01: 1 late of 2, 1/2, kept']);
    const severe = `${HALF} for P1`;
    expect(periods(severe, [late('06-02'), kept('06-02', { key: SEVERE })])).toEqual([
      '06-01: 0 late of 1, 1, kept',
    ]);
  });

  test('is of each severity by itself where that is said, the gravest first', () => {
    const each = HALF.replace('overall', 'per severity');
    expect(
      periods(each, [late('06-02'), kept('06-03', { key: SEVERE }), kept('06-04'), kept('07-04')]),
    ).toEqual([
      '06-01 of severity 0: 0 late of 1, 1, kept',
      '06-01 of severity 1: 1 late of 2, 1/2, kept',
      '07-01 of severity 1: 0 late of 1, 1, kept',
    ]);
    expect(periods(each, [kept('06-03', { key: SEVERE }), late('06-02')])).toEqual([
      '06-01 of severity 0: 0 late of 1, 1, kept',
      '06-01 of severity 1: 1 late of 1, 0, missed',
    ]);
  });

  test('is not judged with fewer tickets than are needed', () => {
    const least = `${HALF.replace(', overall', '')}, at least 2 tickets, overall`;
    expect(periods(least, [late('06-02')])).toEqual(['06-01: 1 late of 1, 0, open']);
    expect(periods(least, [late('06-02'), late('06-02')])).toEqual(['06-01: 2 late of 2, 0, missed']);
  });

  test('may be within a time of its own instead of the deadline', () => {
    const within = 'attain 100% of respond within 30 min per month of tickets opened, overall';
    const took = (closed: string) => periods(within, [ticket('06-02 10:00', '06-02 12:00', closed)])[0];
    expect(took('06-02 10:30')).toBe('06-01: 0 late of 1, 1, kept');
    expect(took('06-02 10:31')).toBe('06-01: 1 late of 1, 0, missed');
    const hours = 'attain 100% of respond within 1 h in Office per month of tickets opened, overall';
    // From 16:30 on an hour of Office ends at 09:30 on the next day.
    const overnight = (closed: string) => periods(hours, [ticket('06-02 16:30', '06-02 17:00', closed)])[0];
    expect(overnight('06-03 09:30')).toContain('0 late');
    expect(overnight('06-03 09:31')).toContain('1 late');
  });
});

describe('so many that may be late', () => {
  const TWO =
    'attain at most 1 late of respond per month of tickets opened below 3 tickets, else 60%, overall';

  test('are counted below a number of tickets, and a share holds from it on', () => {
    expect(periods(TWO, [late('06-02')])).toEqual(['06-01: 1 late of 1, 0, kept']);
    expect(periods(TWO, [late('06-02'), late('06-02')])).toEqual(['06-01: 2 late of 2, 0, missed']);
    expect(periods(TWO, [late('06-02'), kept('06-02'), kept('06-02')])).toEqual([
      '06-01: 1 late of 3, 2/3, kept',
    ]);
    expect(periods(TWO, [late('06-02'), late('06-02'), kept('06-02'), kept('06-02')])).toEqual([
      '06-01: 2 late of 4, 1/2, missed',
    ]);
    // From three on the share alone decides, whatever the number of those that are late.
    const missed = [late('06-02'), late('06-02')];
    expect(periods(TWO, [...missed, kept('06-02'), kept('06-02'), kept('06-02')])).toEqual([
      '06-01: 2 late of 5, 3/5, kept',
    ]);
    expect(periods(TWO.replace('60%', '70%'), [late('06-02'), kept('06-02'), kept('06-02')])).toEqual([
      '06-01: 1 late of 3, 2/3, missed',
    ]);
  });

  test('are the same however many tickets there are, where no share is said', () => {
    const one = 'attain at most 1 late of respond per month of tickets opened, overall';
    expect(periods(one, [late('06-02'), kept('06-02'), kept('06-02'), kept('06-02')])).toEqual([
      '06-01: 1 late of 4, 3/4, kept',
    ]);
    expect(periods(one, [late('06-02'), late('06-02'), kept('06-02'), kept('06-02')])).toEqual([
      '06-01: 2 late of 4, 1/2, missed',
    ]);
  });
});

describe('a mean', () => {
  const took = (day: string, from: string, to: string | null, more: Partial<AttainedTicket> = {}) =>
    ticket(`${day} ${from}`, `${day} 23:00`, to === null ? null : `${day} ${to}`, more);

  test('of elapsed time is over the tickets that have stopped, and kept up to the limit itself', () => {
    const mean = 'attain mean of respond at most 1 h per month of tickets opened, overall';
    expect(periods(mean, [took('06-02', '10:00', '10:30'), took('06-02', '10:00', '11:30')])).toEqual([
      '06-01: 0 late of 2, 1, mean 3600, kept',
    ]);
    expect(periods(mean, [took('06-02', '10:00', '10:30'), took('06-02', '10:00', '11:31')])).toEqual([
      '06-01: 0 late of 2, 1, mean 3630, missed',
    ]);
    expect(periods(mean, [took('06-02', '10:00', '10:30'), took('06-02', '10:00', null)])).toEqual([
      '06-01: 1 late of 2, 1/2, mean 1800, kept',
    ]);
    expect(periods(mean, [took('06-02', '10:00', null)])).toEqual(['06-01: 1 late of 1, 0, open']);
  });

  test('of hours is counted in their calendar', () => {
    const mean = 'attain mean of respond at most 30 min in Office per month of tickets opened, overall';
    expect(periods(mean, [took('06-02', '16:30', '20:00')])).toEqual([
      '06-01: 0 late of 1, 1, mean 1800, kept',
    ]);
    expect(periods(mean, [took('06-02', '16:29', '20:00')])).toEqual([
      '06-01: 0 late of 1, 1, mean 1860, missed',
    ]);
  });

  test('of days is not told', () => {
    const mean =
      'attain mean of respond at most 2 business days in Office at close per month of tickets opened, overall';
    expect(periods(mean, [took('06-02', '10:00', '11:00')])).toEqual(['06-01: 0 late of 1, 1, open']);
  });

  test('is not judged with fewer tickets than are needed', () => {
    const least =
      'attain mean of respond at most 1 h per month of tickets opened, at least 2 tickets, overall';
    expect(periods(least, [took('06-02', '10:00', '20:00')])).toEqual(['06-01: 0 late of 1, 1, open']);
  });
});

describe('a share, or few late ones', () => {
  const EITHER = 'attain 90% or at most 2 late of respond per month of tickets opened, overall';
  const tickets = (inTime: number, lateOnes: number) => [
    ...Array.from({ length: inTime }, () => kept('06-02')),
    ...Array.from({ length: lateOnes }, () => late('06-03')),
  ];

  test('is kept by either, and missed where both fail', () => {
    expect(periods(EITHER, tickets(1, 2))).toEqual(['06-01: 2 late of 3, 1/3, kept']);
    expect(periods(EITHER, tickets(27, 3))).toEqual(['06-01: 3 late of 30, 9/10, kept']);
    expect(periods(EITHER, tickets(26, 3))).toEqual(['06-01: 3 late of 29, 26/29, missed']);
  });

  test('gives way to another share from a number of tickets on', () => {
    const below = EITHER.replace('tickets opened', 'tickets opened below 4 tickets, else 95%');
    expect(periods(below, tickets(1, 2))).toEqual(['06-01: 2 late of 3, 1/3, kept']);
    expect(periods(below, tickets(3, 1))).toEqual(['06-01: 1 late of 4, 3/4, missed']);
  });
});

describe('a share at each site', () => {
  const at = (site: string | undefined) => ({
    factOf: (fact: string) => (fact === 'site' ? site : undefined),
  });
  const EACH = 'attain 90% of respond per month of tickets opened, per site';

  test('is missed at one and kept at the others, those that say none in a group of their own', () => {
    const { engine, plan, ground } = loaded(EACH);
    const [line] = plan.attainment;
    const tickets = [
      kept('06-02', at('Lyon')),
      late('06-02', at('Lyon')),
      kept('06-03', at('Brest')),
      late('06-04', at(undefined)),
    ];
    expect(
      attained(engine, line!, tickets, ground, berlin(NOW)).map(({ group, tickets: count, kept: isKept }) => [
        group?.value,
        count,
        isKept,
      ]),
    ).toEqual([
      ['Brest', 1, true],
      ['Lyon', 2, false],
      [null, 1, false],
    ]);
  });
});

describe('periods of a fiscal year', () => {
  const fiscal = (unit: string, from: string, day: string) => {
    const { engine, plan, ground } = loaded(
      `attain 50% of respond per fiscal ${unit} of tickets opened, overall`,
      `currency EUR; fiscal year from ${from}`,
    );
    const [each] = attained(engine, plan.attainment[0]!, [kept(day)], ground, berlin(NOW));
    const date = (at: number) => new Date(at + 7_200_000).toISOString().slice(0, 10);
    return `${date(each!.from)} .. ${date(each!.to)}`;
  };

  test('begin as the contract says, before and after the day with which it begins', () => {
    expect(fiscal('quarter', '04-01', '06-02')).toBe('2026-04-01 .. 2026-07-01');
    expect(fiscal('quarter', '02-01', '06-02')).toBe('2026-05-01 .. 2026-08-01');
    expect(fiscal('year', '10-01', '06-02')).toBe('2025-10-01 .. 2026-10-01');
    expect(fiscal('year', '04-06', '04-05')).toBe('2025-04-06 .. 2026-04-06');
    expect(fiscal('year', '04-06', '04-06')).toBe('2026-04-06 .. 2027-04-06');
    expect(fiscal('month', '04-06', '06-02')).toBe('2026-05-06 .. 2026-06-06');
    // A day that months lack is the last of theirs, and comes back in the next.
    expect(fiscal('month', '08-31', '06-30')).toBe('2026-06-30 .. 2026-07-31');
  });
});

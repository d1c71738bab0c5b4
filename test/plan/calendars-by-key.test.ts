/** Hours and whole calendars that depend on the ticket, from the text to the engine. */
import { describe, expect, test } from 'vitest';
import { deadline, targetOf } from '../../src/reference/index.ts';
import { loadPlan } from '../../src/engine/index.ts';
import { selectTarget } from '../../src/engine/select-target.ts';
import { lower } from '../../src/plan/lower.ts';
import { briefly, checkText } from '../check/findings.ts';
import { NO_FACTS } from '../engine/lower-calendar.ts';
import { at, calendars } from './calendar-of-text.ts';

const SUPPORT = `calendar Support {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  open      Mon..Fri 07:00-22:00 for phone
  open      Sat 10:00-12:00 for phone and P1
  open      Mon 08:00-10:00 for type request
  holidays  none
}
`;

describe('hours by the facts of a ticket', () => {
  const { stretches, plan } = calendars(SUPPORT);
  const monday = ['2026-06-15T00:00Z', '2026-06-16T00:00Z'] as const;

  test('a ticket that no line names has the hours of all others', () => {
    expect(stretches('Support', {}, ...monday)).toEqual(['2026-06-15T07:00:00Z', '2026-06-15T15:00:00Z']);
    const byWeb = stretches('Support', { severity: 'P1', channel: 'web', type: 'incident' }, ...monday);
    expect(byWeb).toEqual(['2026-06-15T07:00:00Z', '2026-06-15T15:00:00Z']);
  });

  test('a line for a channel replaces the wider lines, not adds to them', () => {
    expect(stretches('Support', { channel: 'phone', severity: 'P2' }, ...monday)).toEqual([
      '2026-06-15T05:00:00Z',
      '2026-06-15T20:00:00Z',
    ]);
  });

  test('two kinds narrow more than one', () => {
    const ticket = { channel: 'phone', severity: 'P1', type: 'request' };
    expect(stretches('Support', ticket, ...monday)).toEqual([]);
    expect(stretches('Support', ticket, '2026-06-13T00:00Z', '2026-06-14T00:00Z')).toEqual([
      '2026-06-13T08:00:00Z',
      '2026-06-13T10:00:00Z',
    ]);
  });

  test('lines that are equally narrow add up', () => {
    expect(stretches('Support', { channel: 'phone', type: 'request', severity: 'P3' }, ...monday)).toEqual([
      '2026-06-15T05:00:00Z',
      '2026-06-15T20:00:00Z',
    ]);
  });

  test('only what some line tells apart becomes a calendar', () => {
    const names = plan.calendars.map(({ name }) => name).filter((name) => name.startsWith('Support'));
    expect(names).toEqual([
      'Support (P1, phone, request)',
      'Support (P1, phone)',
      'Support (P1, request)',
      'Support (P1)',
      'Support (phone, request)',
      'Support (phone)',
      'Support (request)',
      'Support',
    ]);
  });

  test('the night on which the clock goes forward is an hour shorter for those who have it', () => {
    const nights = calendars(`calendar Nights {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  open      Sun 01:00-05:00 for P1
  holidays  none
}
`);
    expect(nights.stretches('Nights', { severity: 'P1' }, '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toEqual([
      '2026-03-29T00:00:00Z',
      '2026-03-29T03:00:00Z',
    ]);
    expect(nights.stretches('Nights', { severity: 'P2' }, '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toEqual(
      [],
    );
  });
});

const CHOSEN = `calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}

calendar Cover {
  use  Office
  use  24x7 for P1
  use  Night for phone and P1
}

calendar Night {
  zone      Europe/Berlin
  open      Mon..Sun 22:00-06:00
  holidays  none
}
`;

describe('whole calendars chosen for a ticket', () => {
  const { stretches } = calendars(CHOSEN);
  const day = ['2026-06-15T00:00Z', '2026-06-16T00:00Z'] as const;

  test('the narrowest line that speaks of the ticket chooses', () => {
    expect(stretches('Cover', { severity: 'P3' }, ...day)).toHaveLength(2);
    expect(stretches('Cover', { severity: 'P1', channel: 'phone' }, ...day)).toEqual([
      '2026-06-15T00:00:00Z',
      '2026-06-15T04:00:00Z',
      '2026-06-15T20:00:00Z',
      '2026-06-16T00:00:00Z',
    ]);
    expect(stretches('Cover', { severity: 'P1' }, ...day)).toEqual([
      '2026-06-15T00:00:00Z',
      '2026-06-16T00:00:00Z',
    ]);
  });

  test('a promise in its hours is due for each ticket by its own calendar', () => {
    const { contract } = checkText(`contract "Test" version "1" {
  effective 2026-01-01 in Europe/Berlin
}
severities {
  P1 "down"   when impact = all
  P2 "other"  otherwise
}
facts { impact one of all, one }
${CHOSEN}
plan Basic {
  targets {
         respond
    all  4 h in Cover
  }
}
`);
    const plan = lower(contract);
    const engine = loadPlan(plan);
    const opened = at('2026-06-12T16:00+02:00');
    const due = (severity: number, channel: string | null) => {
      const index = plan.channels.findIndex(({ name }) => name === channel);
      const key = { severity, region: -1, channel: index, type: -1 };
      const target = selectTarget(plan.plans[0]?.targets ?? [], 'respond', key);
      if (target?.promise.kind !== 'hours') throw new Error('no hours');
      const answer = engine.calendar(target.promise.calendar).add(opened, target.promise.seconds * 1000);
      const facts = { ...NO_FACTS, severity: plan.severities[severity]?.name ?? '', channel };
      const said = targetOf(contract, 'Basic', 'respond', facts);
      if (said === null) throw new Error('no target');
      expect(deadline(contract, said.promise, facts, opened)).toMatchObject({ due: answer });
      return answer;
    };
    expect(due(0, null)).toBe(at('2026-06-12T20:00+02:00'));
    expect(due(0, 'phone')).toBe(at('2026-06-13T02:00+02:00'));
    expect(due(1, 'phone')).toBe(at('2026-06-15T12:00+02:00'));
  });

  test('a ticket that no line speaks of, or two do, is found', () => {
    const of = (lines: string) =>
      briefly(
        checkText(`${CHOSEN.replace(/ {2}use[^}]*/, lines)}
contract "T" version "1" { effective 2026-01-01 in Europe/Berlin }
severities {
  P1 "down"   otherwise
}
`).findings.filter(({ code }) => !code.startsWith('assume/')),
      );
    expect(of('  use  Office for phone\n')).toEqual(['calendar/use-leaves-out @ calendar Cover']);
    expect(of('  use  Office\n  use  Night\n')).toEqual(['calendar/use-twice @ use  Night']);
    expect(of('  use  Office\n  zone  Europe/Berlin\n')).toEqual([
      'calendar/use-and-hours @ zone  Europe/Berlin',
    ]);
  });
});

/** Hours and whole calendars that depend on the ticket, from the text to the engine. */
import { describe, expect, test } from 'vitest';
import { deadline, targetOf } from '../../src/reference/index.ts';
import { loadPlan } from '../../src/engine/index.ts';
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

const BY_FACTS = `contract "Test" version "1" {
  zone Europe/Berlin
}
facts { language one of German, English; addon yes or no }
severities { P1 "all" }
calendar Support {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  open      Mon..Fri 08:00-20:00 for language German
  holidays  none
}
plan Basic {
  targets {
        respond
    P1  1 h in Support
  }
  targets for addon {
        respond
    P1  15 min
  }
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

describe('hours and promises by declared facts', () => {
  const { contract } = checkText(BY_FACTS);
  const plan = lower(contract);
  const engine = loadPlan(plan);
  const opened = at('2026-06-12T16:30+02:00');

  /** `none` for a fact that the ticket does not say. */
  function due(language: 'German' | 'English' | 'none', addon: 'yes' | 'no' | 'none'): number {
    const facts = [['German', 'English'].indexOf(language), ['yes', 'no'].indexOf(addon)];
    const key = { severity: 0, region: -1, channel: -1, type: -1, facts };
    const target = engine.selectTarget(0, 'respond', key, opened);
    if (target === null) throw new Error('no target');
    const answer = engine.deadline(target.promise, opened);
    if (answer.kind !== 'due') throw new Error('no deadline');
    return answer.due;
  }

  test('every ticket that says its facts has the deadline that the reference gives it', () => {
    for (const language of ['German', 'English'] as const) {
      for (const addon of ['yes', 'no'] as const) {
        const said = new Map<string, string>([
          ['language', language],
          ['addon', addon],
        ]);
        const facts = { ...NO_FACTS, severity: 'P1', facts: said };
        const target = targetOf(contract, 'Basic', 'respond', facts, opened);
        if (target === null) throw new Error('no target');
        expect(deadline(contract, target.promise, facts, opened)).toMatchObject({
          due: due(language, addon),
        });
      }
    }
  });

  test('a line for a language replaces the hours of the others', () => {
    // An hour from Friday 16:30: German answers until 20:00, English closes at 17:00.
    expect(due('German', 'no')).toBe(at('2026-06-12T17:30+02:00'));
    expect(due('English', 'no')).toBe(at('2026-06-15T09:30+02:00'));
  });

  test('a table for a yes-or-no fact is narrower than the table of all', () => {
    expect(due('English', 'yes')).toBe(at('2026-06-12T16:45+02:00'));
  });

  test('a fact that decides and is not said is an error that names its values, and one that decides nothing is not', () => {
    expect(() => due('none', 'no')).toThrow(
      'depends on `language` (German or English), which the ticket does not say',
    );
    expect(() => due('German', 'none')).toThrow('depends on `addon` (yes or no)');
    expect(due('none', 'yes')).toBe(at('2026-06-12T16:45+02:00'));
  });

  test('calendars are named by the facts that tell them apart', () => {
    const names = plan.calendars.map(({ name }) => name).filter((name) => name.startsWith('Support'));
    expect(names).toEqual(['Support (German)', 'Support (English)']);
  });
});

test('a calendar made of others keeps apart what they tell apart', () => {
  const { stretches } = calendars(`${SUPPORT}calendar Both = Support or Support
`);
  const monday = ['2026-06-15T00:00Z', '2026-06-16T00:00Z'] as const;
  expect(stretches('Both', { channel: 'phone' }, ...monday)).toEqual([
    '2026-06-15T05:00:00Z',
    '2026-06-15T20:00:00Z',
  ]);
  expect(stretches('Both', {}, ...monday)).toEqual(['2026-06-15T07:00:00Z', '2026-06-15T15:00:00Z']);
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
      const key = { severity, region: -1, channel: index, type: -1, facts: [] };
      const target = engine.selectTarget(0, 'respond', key, opened);
      if (target?.promise.kind !== 'hours') throw new Error('no hours');
      const answer = engine.calendar(target.promise.calendar).add(opened, target.promise.seconds * 1000);
      const facts = { ...NO_FACTS, severity: plan.severities[severity]?.name ?? '', channel };
      const said = targetOf(contract, 'Basic', 'respond', facts, opened);
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

/** The ten decisions that a contract cannot leave out: what is found where it does, and that stating it is enough. */
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/text/edit.ts';
import { desk, same, STATED } from '../traps/desk.ts';
import { checkText } from './findings.ts';

interface Decision {
  readonly title: string;
  /** The contract that leaves it out, and the one code that says so. */
  readonly open: string;
  readonly asks: string;
  /** The same contract with the answer. */
  readonly stated: string;
}

const RECEIPT = 'received outside hours at next opening, day of receipt does not count';
const clocked = (clock: string) => same('4 h in B', { clock });
const versioned = (clause: string) => desk({ header: `effective 2026-01-01 in Europe/Berlin; ${clause}` });
const attained = (clause: string) => same('4 h in B', { plan: `attain 90% of resolve ${clause}, overall` });
const incidents = (clause: string) =>
  same('4 h in B', { plan: `incidents 4 ${clause}, used when opened, one incident per ticket` });
const described = (clause: string) =>
  desk({ extra: 'facts { described yes or no }', rules: `${STATED}\n${clause}` });
const byChannel = (clause: string) =>
  same('4 h in Desk', {
    extra: 'channel web\nchannel phone\ncalendar Desk { use B; use 24x7 for phone }',
    rules: clause,
  });
const withHolidays = (clause: string) =>
  same('4 h in B', {
    header: `zone Europe/Berlin; ${clause}`,
    hours: `holidays Company { covers 2026..2027; every 12-25 "Christmas" }
calendar B { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays Company }`,
    plan: 'coverage receive in 24x7',
  });
const hours = (clause: string) =>
  same('4 h in B', { hours: `calendar B { open Mon..Fri 09:00-17:00; ${clause} }` });

const DECISIONS: readonly Decision[] = [
  {
    title: '1. the zone of a calendar',
    open: hours('holidays none'),
    asks: 'calendar/no-zone',
    stated: hours('zone Europe/Berlin; holidays none'),
  },
  {
    title: '2. the kind of unit',
    open: same('2 days'),
    asks: 'time/bare-days',
    stated: same(`2 business days in B at close, ${RECEIPT}`),
  },
  {
    title: '2. where a count of days ends',
    open: same(`2 business days in B, ${RECEIPT}`),
    asks: 'plan/day-end-missing',
    stated: same(`2 business days in B at close, ${RECEIPT}`),
  },
  {
    title: '3. the calendar of a promise',
    open: same('4 business hours'),
    asks: 'plan/business-hours-undefined',
    stated: same('4 business hours', { plan: 'business hours in B' }),
  },
  {
    title: '4. what starts a clock',
    open: clocked('stops on resolved; pauses never; reopen never'),
    asks: 'clock/no-start',
    stated: clocked('starts on opened; stops on resolved; pauses never; reopen never'),
  },
  {
    title: '4. what stops it',
    open: clocked('starts on opened; pauses never; reopen never'),
    asks: 'clock/no-stop',
    stated: clocked('starts on opened; stops on resolved; pauses never; reopen never'),
  },
  {
    title: '4. what starts, stops and pauses the clock of a promise that has none',
    open: clocked(''),
    asks: 'assume/clock',
    stated: clocked('starts on opened; stops on resolved; pauses while waiting for customer; reopen never'),
  },
  {
    title: '4. what pauses it',
    open: clocked('starts on opened; stops on resolved; reopen never'),
    asks: 'assume/pauses',
    stated: clocked('starts on opened; stops on resolved; pauses never; reopen never'),
  },
  {
    title: '5. what raising does',
    open: desk({ rules: 'on lower keep old' }),
    asks: 'assume/on-raise',
    stated: desk(),
  },
  {
    title: '5. what lowering does',
    open: desk({ rules: 'on raise count from the change' }),
    asks: 'assume/on-lower',
    stated: desk(),
  },
  {
    title: '5. since when a raised ticket is late',
    open: desk({ rules: 'on raise count from open\non lower keep old' }),
    asks: 'assume/late-from',
    stated: desk({ rules: 'on raise count from open, late from the change\non lower keep old' }),
  },
  {
    title: '5. whether a breach stays',
    open: described('on correction count from the change'),
    asks: 'assume/breach-stays',
    stated: described('on correction count from the change, a breach stays a breach'),
  },
  {
    title: '5. what another channel does',
    open: byChannel(''),
    asks: 'assume/on-change',
    stated: byChannel('on change of channel keep old'),
  },
  {
    title: '6. whether a ticket comes back',
    open: clocked('starts on opened; stops on resolved; pauses never'),
    asks: 'assume/reopen',
    stated: clocked(
      'starts on opened; stops on resolved; pauses never; reopen within 5 business days ending at close in B continues, met stands',
    ),
  },
  {
    title: '7. which holidays close a calendar',
    open: hours('zone Europe/Berlin'),
    asks: 'calendar/no-holidays',
    stated: hours('zone Europe/Berlin; holidays none'),
  },
  {
    title: '7. whether they close what is open round the clock',
    open: withHolidays(''),
    asks: 'assume/holidays-under-24x7',
    stated: withHolidays('holidays do not close 24x7'),
  },
  {
    title: '8. what is beyond a quota',
    open: incidents('per month'),
    asks: 'plan/quota-without-over',
    stated: incidents('per month, over billed'),
  },
  {
    title: '8. the period of a quota',
    open: incidents(', over billed'),
    asks: 'plan/quota-without-period',
    stated: incidents('per month, over billed'),
  },
  {
    title: '8. which of the units carried over are used first',
    open: same('4 h in B', {
      plan: `${incidentsOf()}\n  rollover incidents up to 2 per month, carried once`,
    }),
    asks: 'entitlement/rollover-order',
    stated: same('4 h in B', {
      plan: `${incidentsOf()}\n  rollover incidents up to 2 per month, oldest first, carried once`,
    }),
  },
  {
    title: '9. which version binds a ticket',
    open: versioned('currency EUR'),
    asks: 'assume/version-binding',
    stated: versioned('binds by opened'),
  },
  {
    title: '10. which tickets a share is of',
    open: attained('per month, except none'),
    asks: 'plan/attain-without-population',
    stated: attained('per month of tickets closed, except none'),
  },
  {
    title: '10. the period of a share',
    open: attained('of tickets closed, except none'),
    asks: 'plan/attain-without-period',
    stated: attained('per month of tickets closed, except none'),
  },
  {
    title: '10. whether duplicates count in it',
    open: attained('per month of tickets closed'),
    asks: 'assume/counted-tickets',
    stated: attained('per month of tickets closed, except cancelled and duplicates'),
  },
];

function incidentsOf(): string {
  return 'incidents 4 per month, over billed, used when opened, one incident per ticket';
}

describe.each(DECISIONS.map((each) => [each.title, each] as const))('%s', (_, { open, asks, stated }) => {
  const [finding, ...others] = checkText(open).findings;

  test('is asked where it is left out, by one finding with a way out', () => {
    expect([finding?.code, ...others.map(({ code }) => code)]).toEqual([asks]);
    expect(finding?.help ?? '').not.toBe('');
  });

  test('leaves nothing to ask once it is stated', () => {
    expect(checkText(stated).findings.map(({ code }) => code)).toEqual([]);
  });
});

describe('the first suggestion', () => {
  const found = DECISIONS.map((each) => ({ ...each, fix: checkText(each.open).findings[0]?.fixes[0] }));

  test('is there for all but these, of which the help alone says what to write', () => {
    const without = found.filter(({ fix }) => fix === undefined);
    expect(without.map(({ title }) => title)).toEqual([
      '1. the zone of a calendar',
      '2. the kind of unit',
      '3. the calendar of a promise',
      '4. what starts a clock',
      '4. what stops it',
      '6. whether a ticket comes back',
      '8. the period of a quota',
      '9. which version binds a ticket',
    ]);
  });

  test.each(
    found.flatMap(({ title, open, asks, fix }) =>
      fix === undefined ? [] : [[title, open, asks, fix] as const],
    ),
  )('takes away the question of %s', (_, open, asks, fix) => {
    const edits = fix.edits.map(({ place, text }) => ({ span: place.span, text }));
    expect(checkText(applyEdits(open, edits)).findings.map(({ code }) => code)).not.toContain(asks);
  });
});

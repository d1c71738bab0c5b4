/** Traps 5 to 12, 15, 16 and 22: units, edges, zones, and the hours that a promise is counted in. */
import { same } from './desk.ts';
import { due, form, history, type Trap, trap } from './trap.ts';

const COUNTED = 'received outside hours at next opening, day of receipt does not count';
const STAYS = 'ending outside hours stays';
const EARLY = 'calendar B { zone Europe/Berlin; open Mon..Fri 08:00-16:00; holidays none }';
const WEEKEND = 'calendar B { zone America/Los_Angeles; open Fri 17:00 .. Mon 09:00; holidays none }';
const zoned = (zone: string) =>
  same('1 h in B', { hours: `calendar B { zone ${zone}; open Mon..Fri 08:00-17:00; holidays none }` });
const always = (hours: string, resolved = '24x7') =>
  same(hours, {
    hours: 'calendar Office { zone America/New_York; open Mon..Fri 08:00-17:00; holidays none }',
    plan: `coverage receive in 24x7\n  coverage resolve in ${resolved}`,
  });

const MOSCOW = 'calendar B { zone Europe/Moscow; open Mon..Fri 10:00-19:00; holidays none }';

export const TIME: readonly Trap[] = [
  trap(5, 'What is two days?', 'Business days or hours, elapsed hours, and where does the second day end?', {
    open: [
      { contract: same('2 days in B'), asks: ['time/bare-days @ 2 days'] },
      { contract: same(`2 business days in B, ${COUNTED}`), asks: ['plan/day-end-missing'] },
      {
        contract: same('2 business days in B at close, received outside hours at next opening'),
        asks: ['assume/day-of-receipt'],
      },
    ],
    forms: [
      form(
        '2 business days at same time',
        same(`2 business days in B at same time, ${COUNTED}, ${STAYS}`),
        due('2026-06-11T15:00+02:00', '2026-06-15T15:00+02:00'),
      ),
      form(
        '2 business days at close',
        same(`2 business days in B at close, ${COUNTED}`),
        due('2026-06-11T15:00+02:00', '2026-06-15T17:00+02:00'),
      ),
      form(
        '2 business days at close, day of receipt counts',
        same('2 business days in B at close, received outside hours at next opening, day of receipt counts'),
        due('2026-06-11T15:00+02:00', '2026-06-12T17:00+02:00'),
      ),
      form('48 h in B', same('48 h in B'), due('2026-06-11T15:00+02:00', '2026-06-19T15:00+02:00')),
      form('48 h', same('48 h'), due('2026-06-11T15:00+02:00', '2026-06-13T15:00+02:00')),
    ],
    differIn: ['plans', 'calendars'],
  }),
  trap(6, 'Days of unequal length', 'Is a day a date, or as many hours as some other day has?', {
    open: [
      {
        contract: same('1 day in B', {
          hours:
            'calendar B { zone Europe/Berlin; open Mon..Thu 09:00-17:00; open Fri 10:00-16:00; holidays none }',
        }),
        asks: ['time/bare-days @ 1 day'],
      },
    ],
    forms: [`1 business day in B at same time, ${COUNTED}, ${STAYS}`, '8 h in B'].map((cell, i) =>
      form(
        cell,
        same(cell, {
          hours:
            'calendar B { zone Europe/Berlin; open Mon..Thu 09:00-17:00; open Fri 10:00-16:00; holidays none }',
        }),
        due('2026-06-15T10:00+02:00', '2026-06-16T10:00+02:00'),
        due('2026-06-12T10:00+02:00', i === 0 ? '2026-06-15T10:00+02:00' : '2026-06-15T11:00+02:00', {
          never: ['2026-06-15T08:00+02:00'],
        }),
      ),
    ),
    differIn: ['plans', 'calendars'],
  }),
  trap(
    7,
    'Received on Saturday',
    'Does a ticket that comes outside hours count from the date on which it came or from the next opening?',
    {
      open: [
        {
          contract: same('next business day in B at close'),
          asks: ['assume/received-outside-hours'],
        },
      ],
      forms: [
        form(
          'received outside hours as received',
          same('next business day in B at close, received outside hours as received'),
          due('2026-06-13T10:00+02:00', '2026-06-15T17:00+02:00'),
          due('2026-06-12T17:30+02:00', '2026-06-15T17:00+02:00'),
        ),
        form(
          'received outside hours at next opening',
          same('next business day in B at close, received outside hours at next opening'),
          due('2026-06-13T10:00+02:00', '2026-06-16T17:00+02:00', { never: ['2026-06-16T09:00+02:00'] }),
          due('2026-06-12T17:30+02:00', '2026-06-16T17:00+02:00', { never: ['2026-06-15T17:00+02:00'] }),
        ),
      ],
      differIn: ['plans', 'calendars'],
    },
  ),
  trap(
    8,
    'Due at a time of day',
    'Is the end the close of the calendar or a time on the clock, what if that time lies outside hours, and until when does a day take tickets in?',
    {
      open: [
        { contract: same(`next business day in B, ${COUNTED}`), asks: ['plan/day-end-missing'] },
        {
          contract: same(`next business day in B at 17:00, ${COUNTED}`, { hours: EARLY }),
          asks: ['assume/ending-outside-hours'],
        },
      ],
      forms: [
        form(
          'at close',
          same(`next business day in B at close, ${COUNTED}`, { hours: EARLY }),
          due('2026-06-15T10:00+02:00', '2026-06-16T16:00+02:00', { never: ['2026-06-16T17:00+02:00'] }),
        ),
        form(
          'at 17:00, ending outside hours stays',
          same(`next business day in B at 17:00, ${COUNTED}, ${STAYS}`, { hours: EARLY }),
          due('2026-06-15T10:00+02:00', '2026-06-16T17:00+02:00'),
        ),
        form(
          'at 17:00, ending outside hours at next opening',
          same(`next business day in B at 17:00, ${COUNTED}, ending outside hours at next opening`, {
            hours: EARLY,
          }),
          due('2026-06-15T10:00+02:00', '2026-06-17T08:00+02:00'),
        ),
        form(
          'at 17:00, ending outside hours at previous close',
          same(`next business day in B at 17:00, ${COUNTED}, ending outside hours at previous close`, {
            hours: EARLY,
          }),
          due('2026-06-15T10:00+02:00', '2026-06-16T16:00+02:00'),
        ),
        form(
          'at close, cut-off 10:00',
          same(`next business day in B at close, ${COUNTED}, cut-off 10:00`, { hours: EARLY }),
          due('2026-06-15T09:59+02:00', '2026-06-16T16:00+02:00'),
          due('2026-06-15T10:00+02:00', '2026-06-17T16:00+02:00'),
        ),
      ],
      differIn: ['plans', 'calendars'],
    },
  ),
  trap(
    9,
    'The very last instant',
    'Is a promise of eight hours, begun at nine, due as the office closes or as it opens again, and is an answer at that instant in time?',
    {
      settled:
        'As it closes: hours are half-open, the deadline is the first instant at which the promised time is used up, and an answer at that instant is in time.',
      forms: [
        form(
          '8 h in B',
          same('8 h in B'),
          due('2026-06-02T09:00+02:00', '2026-06-02T17:00+02:00', { never: ['2026-06-03T09:00+02:00'] }),
          due('2026-06-02T17:00+02:00', '2026-06-03T17:00+02:00'),
          due('2026-06-02T16:59:59+02:00', '2026-06-03T16:59:59+02:00'),
        ),
      ],
    },
  ),
  trap(
    10,
    'Clocks go forward and back',
    'Is a day twenty-four hours or the same time on the next date, and what of hours that a night loses or has twice?',
    {
      open: [{ contract: same('1 day in B'), asks: ['time/bare-days @ 1 day'] }],
      forms: [
        form(
          '24 h',
          same('24 h'),
          due('2026-03-28T12:00+01:00', '2026-03-29T13:00+02:00'),
          due('2026-10-25T00:30+02:00', '2026-10-25T23:30+01:00'),
        ),
        form(
          '1 calendar day in B at same time',
          same(
            `1 calendar day in B at same time, received outside hours as received, day of receipt does not count, ${STAYS}`,
          ),
          due('2026-03-28T12:00+01:00', '2026-03-29T12:00+02:00'),
          due('2026-10-25T00:30+02:00', '2026-10-26T00:30+01:00', { never: ['2026-10-25T23:30+01:00'] }),
        ),
      ],
      differIn: ['plans', 'calendars'],
    },
  ),
  trap(11, 'EST, IST, CET', 'Which zone is meant by three letters, and does it keep summer time?', {
    open: [
      { contract: zoned('EST'), asks: ['time/zone-abbreviation @ EST'] },
      { contract: zoned('IST'), asks: ['time/zone-abbreviation @ IST'] },
      { contract: zoned('AET'), asks: ['time/zone-abbreviation @ AET'] },
    ],
    forms: [
      form('zone America/New_York', zoned('America/New_York'), due('2026-07-15T00:00Z', '2026-07-15T13:00Z')),
      form('zone fixed -05:00', zoned('fixed -05:00'), due('2026-07-15T00:00Z', '2026-07-15T14:00Z')),
      form('zone Asia/Kolkata', zoned('Asia/Kolkata'), due('2026-07-15T00:00Z', '2026-07-15T03:30Z')),
      form('zone Europe/Dublin', zoned('Europe/Dublin'), due('2026-07-15T00:00Z', '2026-07-15T08:00Z')),
      form('zone Asia/Jerusalem', zoned('Asia/Jerusalem'), due('2026-07-15T00:00Z', '2026-07-15T06:00Z')),
    ],
    differIn: ['calendars', 'zones', 'plans'],
  }),
  trap(
    12,
    'The weekend',
    'Is a weekend one window over days, and does five days round the clock mean midnight to midnight or what the weekend leaves?',
    {
      open: [
        {
          contract: same('1 h in B', {
            hours: 'calendar B { zone America/Los_Angeles; open 24x5; holidays none }',
          }),
          asks: ['syntax/unexpected'],
        },
      ],
      forms: [
        form(
          'open Fri 17:00 .. Mon 09:00',
          same('63 h in B', { hours: WEEKEND }),
          due('2026-03-06T17:00-08:00', '2026-03-09T09:00-07:00'),
          due('2026-10-30T17:00-07:00', '2026-11-02T07:00-08:00'),
        ),
        form(
          'open 24x5 Mon 00:00 .. Fri 24:00',
          same('63 h in B', {
            hours: 'calendar B { zone America/Los_Angeles; open 24x5 Mon 00:00 .. Fri 24:00; holidays none }',
          }),
          due('2026-03-06T17:00-08:00', '2026-03-11T08:00-07:00'),
        ),
        form(
          '24x7 except the weekend',
          same('63 h in B', {
            hours: `${WEEKEND.replace('calendar B', 'calendar Weekend')}\ncalendar B = 24x7 except Weekend`,
          }),
          due('2026-03-06T17:00-08:00', '2026-03-12T00:00-07:00'),
        ),
      ],
      differIn: ['calendars', 'zones'],
    },
  ),
  trap(
    15,
    'Business hours round the clock',
    'A plan that works day and night promises "2 business hours": hours of which calendar?',
    {
      open: [
        {
          contract: always('2 business hours').replace('coverage', 'business hours in 24x7\n  coverage'),
          asks: ['lint/business-hours-24x7'],
        },
        { contract: always('2 business hours'), asks: ['plan/business-hours-undefined @ 2 business hours'] },
      ],
      forms: [
        form('2 h', always('2 h'), due('2026-06-13T03:00-04:00', '2026-06-13T05:00-04:00')),
        form(
          '2 h in Office',
          always('2 h in Office', 'Office'),
          due('2026-06-13T03:00-04:00', '2026-06-15T10:00-04:00'),
        ),
      ],
      differIn: ['plans', 'calendars'],
    },
  ),
  trap(
    16,
    'How long was the pause?',
    'A customer is awaited over a weekend: does the pause take out the time on the wall or the open hours in it?',
    {
      settled:
        'The open hours, in the calendar of the promise. A contract says what pauses; for days it says what a pause does.',
      open: [
        {
          contract: same(`2 business days in B at close, ${COUNTED}`, {
            clock: 'starts on opened; stops on resolved; pauses while waiting for customer; reopen never',
          }),
          asks: ['assume/paused-days @ pauses while waiting for customer'],
        },
      ],
      forms: [
        // The end of Tuesday; a business date more; six open hours more.
        ['run on', 'running by 2026-06-16T15:00:00Z'],
        ['skip dates paused', 'running by 2026-06-17T15:00:00Z'],
        ['add time paused', 'running by 2026-06-17T13:00:00Z'],
      ].map(([clause = '', becomes = '']) =>
        form(
          `days ${clause}`,
          same(`2 business days in B at close, ${COUNTED}`, {
            clock: `starts on opened; stops on resolved; pauses while waiting for customer; days ${clause}; reopen never`,
          }),
          history(
            [
              ['2026-06-12T09:00+02:00', 'opened', { severity: 'P3' }],
              ['2026-06-12T12:00+02:00', 'waiting for customer'],
              ['2026-06-15T10:00+02:00', 'resumed'],
            ],
            [becomes],
          ),
        ),
      ),
      differIn: ['clocks'],
      rejected: [
        {
          reading: 'the pause takes out the time on the wall',
          contract: same('10 h in B', {
            clock:
              'starts on opened; stops on resolved; pauses while waiting for customer, by elapsed time; reopen never',
          }),
          code: 'syntax/unexpected',
        },
      ],
    },
  ),
  trap(
    22,
    'Sixteen hours of what?',
    'A promise in plain hours, and people who work on it only by day: which hours are meant?',
    {
      open: [
        {
          contract: same('16 business hours', { plan: 'coverage resolve in B' }),
          asks: ['plan/business-hours-undefined @ 16 business hours'],
        },
      ],
      forms: [
        form(
          '16 h',
          same('16 h', { hours: MOSCOW, plan: 'coverage resolve in 24x7' }),
          due('2026-06-11T18:00+03:00', '2026-06-12T10:00+03:00'),
        ),
        form(
          '16 h in B',
          same('16 h in B', { hours: MOSCOW, plan: 'coverage resolve in B' }),
          due('2026-06-11T18:00+03:00', '2026-06-15T16:00+03:00'),
        ),
        form(
          'closed 2026-06-12 "Russia Day"',
          same('16 h in B', {
            hours: MOSCOW.replace('holidays', 'closed 2026-06-12 "Russia Day"; holidays'),
            plan: 'coverage resolve in B',
          }),
          due('2026-06-11T18:00+03:00', '2026-06-16T16:00+03:00'),
        ),
      ],
      differIn: ['plans', 'calendars'],
    },
  ),
];

/** Traps 1 to 4, 17, 20, 21, 23, 24, 30 and 31: what a change does to a clock that runs. */
import { desk, same } from './desk.ts';
import type { Row } from '../engine/ticket/story.ts';
import { due, form, history, type Trap, trap } from './trap.ts';

const LOWER = 'on lower keep old';
const raised = (clause: string) => desk({ rules: `on raise ${clause}\n${LOWER}` });
const lowered = (clause: string) => desk({ rules: `on raise count from the change\non lower ${clause}` });
const reopened = (clause: string) =>
  same('8 h in B', { clock: `starts on opened; stops on resolved; pauses never; reopen ${clause}` });
/** Met, and judged again nowhere. */
const ANSWERED = history(
  [
    ['2026-06-02T09:00+02:00', 'opened', { severity: 'P3' }],
    ['2026-06-02T16:00+02:00', 'resolved'],
    ['2026-06-02T16:30+02:00', 'raised', { severity: 'P1' }],
  ],
  ['met by 2026-06-03T15:00:00Z'],
  { never: ['2026-06-02T13:00+02:00'] },
);
const BARE: readonly Row[] = [
  ['2026-06-15T10:00+03:00', 'opened', { severity: 'P1', detailed: 'no' }],
  ['2026-06-16T14:00+03:00', 'described', { severity: 'P1', detailed: 'yes' }],
];
const agreed = (becomes: string, at = '2026-06-16T13:00+03:00') =>
  history(
    [
      ['2026-06-16T10:00+03:00', 'opened', { severity: 'P1' }],
      ['2026-06-16T12:30+03:00', 'restored partly'],
      [at, 'agreed'],
    ],
    [becomes],
  );
const ELAPSED = {
  p1: '4 h',
  p3: '16 h',
  rules: 'on raise count from open, late from the deadline\non lower keep old',
};
const WAITED: readonly Row[] = [
  ['2026-06-02T09:00+02:00', 'opened', { severity: 'P3' }],
  ['2026-06-02T14:00+02:00', 'waiting for customer'],
  ['2026-06-02T15:00+02:00', 'resumed'],
  ['2026-06-02T15:30+02:00', 'raised', { severity: 'P1' }],
];
const WITHIN = 'within 5 business days ending at close in B';
const versioned = (clause: string) =>
  same('8 h in B', { header: `effective 2026-07-01 in Europe/Berlin\n${clause}` });
const switched = (clause: string) =>
  desk({
    extra: 'channel web\nchannel phone\ncalendar Desk { use B; use 24x7 for phone }',
    p1: '4 h in Desk',
    rules: `on raise count from the change\n${LOWER}\non change of channel ${clause}`,
  });
const restored = (clause: string) =>
  desk({
    p1: '4 h',
    p3: '6 h',
    rules: `rule "partly restored" on restored partly then lower P1 to P3, if customer agrees, silence refuses
on raise count from the change
on lower ${clause}, a breach stays a breach`,
  });
const completed = (starts: string, clause: string) =>
  desk({
    header: 'zone Europe/Moscow',
    hours: 'calendar B { zone Europe/Moscow; open Mon..Fri 10:00-19:00; holidays none }',
    p1: '5 h in B',
    p3: '40 h in B',
    extra: 'facts { detailed yes or no }',
    clock: `starts on ${starts}; stops on resolved; pauses never; reopen never`,
    rules: `rule "too little" on opened when not detailed then severity P3
on raise count from the change
${LOWER}
on completion ${clause}`,
  });

export const CHANGES: readonly Trap[] = [
  trap(
    1,
    'Raised in the middle',
    'A ticket is raised after hours of the lower severity have gone by: from when does the shorter promise count, what is the least that is left, and since when is the ticket late?',
    {
      open: [
        { contract: desk({ rules: LOWER }), asks: ['assume/on-raise @ severities'] },
        { contract: raised('count from open'), asks: ['assume/late-from @ on raise count from open'] },
      ],
      forms: [
        ['count from open, late from the deadline', 'missed by 2026-06-02T12:00:00Z'],
        [
          'count from open, late from the change',
          'missed by 2026-06-02T12:00:00Z, late since 2026-06-02T13:30:00Z',
        ],
        ['count from open, never due less than 30 min after the change', 'running by 2026-06-02T14:00:00Z'],
        ['count from the change', 'running by 2026-06-03T09:30:00Z'],
        ['count from the change, earlier of old and new', 'running by 2026-06-03T09:30:00Z'],
        ['keep elapsed, late from the deadline', 'missed by 2026-06-02T12:00:00Z'],
        ['proportional', 'running by 2026-06-03T08:07:30Z'],
        ['keep old', 'running by 2026-06-04T08:00:00Z'],
      ].map(([clause = '', becomes = '']) =>
        form(
          `on raise ${clause}`,
          raised(clause),
          history(
            [
              ['2026-06-02T10:00+02:00', 'opened', { severity: 'P3' }],
              ['2026-06-02T15:30+02:00', 'raised', { severity: 'P1' }],
            ],
            [becomes],
          ),
        ),
      ),
      differIn: ['conduct/changes'],
    },
  ),
  trap(
    2,
    'Raised after a pause',
    'Does a pause that began after the shorter deadline had passed move that deadline?',
    {
      open: [{ contract: desk({ rules: LOWER }), asks: ['assume/on-raise @ severities'] }],
      settled:
        'No. A pause counts where it begins before the deadline in force, in the calendar of the promise, and a deadline is worked out from the history of the ticket and never from counters. A contract states what pauses.',
      forms: [
        form(
          'pauses while waiting for customer',
          desk({
            clock: 'starts on opened; stops on resolved; pauses while waiting for customer; reopen never',
            ...ELAPSED,
          }),
          // Counters make 02:00 of it, and open time with the pause added 14:00.
          history(WAITED, ['missed by 2026-06-02T11:00:00Z'], {
            never: ['2026-06-03T02:00+02:00', '2026-06-02T14:00+02:00'],
          }),
        ),
        form('no pause', desk(ELAPSED), history(WAITED, ['missed by 2026-06-02T11:00:00Z'])),
      ],
      differIn: ['clocks'],
      rejected: [
        {
          reading: 'a pause that begins after the deadline extends it',
          contract: desk({
            clock: 'starts on opened; stops on resolved; pauses after the deadline; reopen never',
          }),
          code: 'syntax/unexpected',
        },
      ],
    },
  ),
  trap(
    3,
    'Lowered after a breach',
    'A promise was missed, and then the ticket is lowered and the longer promise is not yet over: was it missed?',
    {
      open: [
        {
          contract: desk({ rules: 'on raise count from the change' }),
          asks: ['assume/on-lower @ severities'],
        },
        { contract: lowered('keep elapsed'), asks: ['assume/breach-stays @ on lower keep elapsed'] },
      ],
      forms: [
        [
          'keep elapsed, a breach stays a breach',
          'missed by 2026-06-03T15:00:00Z, late since 2026-06-02T11:00:00Z',
        ],
        ['keep elapsed, a breach is forgotten', 'running by 2026-06-03T15:00:00Z'],
      ].map(([clause = '', becomes = '']) =>
        form(
          `on lower ${clause}`,
          lowered(clause),
          history(
            [
              ['2026-06-02T09:00+02:00', 'opened', { severity: 'P1' }],
              ['2026-06-02T14:00+02:00', 'lowered', { severity: 'P3' }],
            ],
            [becomes],
          ),
        ),
      ),
      differIn: ['conduct/changes'],
    },
  ),
  trap(
    4,
    'Changed after the answer was given',
    'A first answer was in time. Is it judged again when the ticket is raised later?',
    {
      open: [{ contract: desk({ rules: LOWER }), asks: ['assume/on-raise @ severities'] }],
      settled: 'No: what was met stays met. A contract may say so, and cannot say otherwise.',
      forms: [
        form('on raise …', raised('count from the change'), ANSWERED),
        form('…, met targets stay met', raised('count from the change, met targets stay met'), ANSWERED),
      ],
      differIn: ['conduct/changes'],
      rejected: [
        {
          reading: 'completed targets are computed again',
          contract: raised('count from the change, met targets are judged again'),
          code: 'syntax/unexpected',
        },
      ],
    },
  ),
  trap(
    17,
    'A ticket comes back',
    'A solved ticket is reopened three days later: does its clock go on, begin afresh, or has it never stopped, for how long after, and is the promise that was met still met?',
    {
      open: [
        {
          contract: same('8 h in B', { clock: 'starts on opened; stops on resolved; pauses never' }),
          asks: ['assume/reopen @ resolved'],
        },
        {
          contract: reopened(`${WITHIN} continues`),
          asks: [`assume/met-after-reopening @ reopen ${WITHIN} continues`],
        },
      ],
      forms: (
        [
          [`${WITHIN} continues, met is withdrawn`, ['running by 2026-06-08T09:00:00Z']],
          [
            `${WITHIN} continues, met stands`,
            ['met by 2026-06-02T15:00:00Z', 'running by 2026-06-08T09:00:00Z'],
          ],
          [
            `${WITHIN} starts afresh, met stands`,
            ['met by 2026-06-02T15:00:00Z', 'running by 2026-06-08T13:00:00Z'],
          ],
          [`${WITHIN} runs on, met is withdrawn`, ['missed by 2026-06-02T15:00:00Z']],
          ['never', ['met by 2026-06-02T15:00:00Z']],
        ] as const
      ).map(([clause, becomes]) =>
        form(
          `reopen ${clause}`,
          reopened(clause),
          history(
            [
              ['2026-06-02T09:00+02:00', 'opened', { severity: 'P3' }],
              ['2026-06-02T13:00+02:00', 'resolved'],
              ['2026-06-05T15:00+02:00', 'reopened'],
            ],
            becomes,
            // Moved by the time on the wall.
            { never: ['2026-06-05T19:00+02:00'] },
          ),
        ),
      ),
      differIn: ['clocks'],
      rejected: [
        {
          reading: 'the deadline moves by the time on the wall',
          contract: reopened(`${WITHIN} moves by elapsed time`),
          code: 'syntax/unexpected',
        },
      ],
    },
  ),
  trap(
    20,
    'A ticket that says too little',
    'A ticket without a description is rated low and is rated anew when the description comes: what starts the clock, and does the new rating count from the opening?',
    {
      open: [
        {
          contract: completed('opened', 'count from open, a breach stays a breach'),
          asks: ['assume/late-from @ on completion count from open, a breach stays a breach'],
        },
        {
          contract: desk({ clock: 'stops on resolved; pauses never; reopen never' }),
          asks: ['clock/no-start @ clock resolve'],
        },
      ],
      forms: [
        form(
          'on completion count from open',
          completed('opened', 'count from open, late from the deadline, a breach stays a breach'),
          history(BARE, ['missed by 2026-06-15T12:00:00Z']),
        ),
        form(
          'on completion count from described',
          completed('opened', 'count from described, late from the change, a breach stays a breach'),
          history(BARE, ['running by 2026-06-16T16:00:00Z']),
        ),
        form(
          'starts on described',
          completed('described', 'count from open, late from the deadline, a breach stays a breach'),
          history(BARE, ['running by 2026-06-16T16:00:00Z']),
        ),
        form(
          'starts on described then acknowledged',
          completed(
            'described then acknowledged',
            'count from open, late from the deadline, a breach stays a breach',
          ),
          history([...BARE, ['2026-06-16T15:00+03:00', 'acknowledged']], ['running by 2026-06-17T08:00:00Z']),
        ),
      ],
      differIn: ['conduct/changes', 'clocks'],
    },
  ),
  trap(
    21,
    'Half restored, and agreed to be less',
    'Part of the service is back and the customer agrees to the lower severity: does the longer promise count from the opening, the restoration or the agreement, and what if nobody answers?',
    {
      open: [
        {
          contract: restored('count from agreed').replace(', silence refuses', ''),
          asks: ['assume/silence @ if customer agrees'],
        },
      ],
      forms: [
        form(
          'on lower count from open',
          restored('count from open'),
          agreed('running by 2026-06-16T13:00:00Z'),
        ),
        form(
          'on lower count from restored partly',
          restored('count from restored partly'),
          agreed('running by 2026-06-16T15:30:00Z'),
        ),
        form(
          'on lower count from agreed',
          restored('count from agreed'),
          agreed('running by 2026-06-16T16:00:00Z'),
          agreed('missed by 2026-06-16T17:30:00Z, late since 2026-06-16T11:00:00Z', '2026-06-16T14:30+03:00'),
        ),
        form(
          'silence agrees after 2 h',
          restored('count from agreed').replace('silence refuses', 'silence agrees after 2 h'),
          // Restored at 11:30 in Berlin, and 13:30 without an answer.
          history(
            [
              ['2026-06-16T10:00+03:00', 'opened', { severity: 'P1' }],
              ['2026-06-16T12:30+03:00', 'restored partly'],
            ],
            ['missed by 2026-06-16T17:30:00Z, late since 2026-06-16T11:00:00Z'],
            { until: '2026-06-16T13:00Z' },
          ),
        ),
      ],
      differIn: ['conduct/changes', 'conduct/rules'],
    },
  ),
  trap(
    23,
    'A new version while tickets are open',
    'On the day a new version takes effect a ticket is open: which version holds, and over which time is the new promise counted?',
    {
      open: [
        { contract: versioned(''), asks: ['assume/version-binding @ effective 2026-07-01 in Europe/Berlin'] },
      ],
      forms: [
        ['binds by opened', 'running by 2026-07-02T12:00:00Z'],
        // Nothing has tied it to the old version.
        ['binds by purchased', 'running by 2026-07-01T12:00:00Z'],
        ['tickets in flight keep old', 'running by 2026-07-02T12:00:00Z'],
        ['tickets in flight count from open', 'running by 2026-07-01T12:00:00Z'],
        ['tickets in flight count from the change', 'running by 2026-07-01T15:00:00Z'],
        ['tickets in flight keep elapsed', 'running by 2026-07-01T12:00:00Z'],
        ['tickets in flight proportional', 'running by 2026-07-01T13:30:00Z'],
      ].map(([clause = '', becomes = '']) =>
        form(
          clause,
          versioned(clause),
          history([['2026-06-30T14:00+02:00', 'opened', { severity: 'P3' }]], [becomes], {
            before: same('16 h in B', {
              header: `effective 2026-01-01 in Europe/Berlin\n${clause === 'binds by purchased' ? clause : ''}`,
            }),
            until: '2026-07-01T08:00+02:00',
          }),
        ),
      ),
      differIn: ['binding'],
    },
  ),
  trap(
    24,
    'Hours that change while tickets are open',
    'The hours change on a date: by which hours is a past day counted?',
    {
      settled:
        'By the hours then in force. Calendars are values of a version, and hours that change on a date are a season, so a past day never changes.',
      forms: [
        form(
          'season "new hours" 2026-07-01 .. 2030-12-31',
          same('8 h in B', {
            hours: `calendar B {
  zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none
  season "new hours" 2026-07-01 .. 2030-12-31 { open Mon..Fri 08:00-18:00 }
}`,
          }),
          due('2026-06-30T14:00+02:00', '2026-07-01T13:00+02:00', {
            never: ['2026-07-01T14:00+02:00', '2026-07-01T12:00+02:00'],
          }),
        ),
        form(
          'the old hours throughout',
          same('8 h in B'),
          due('2026-06-30T14:00+02:00', '2026-07-01T14:00+02:00'),
        ),
      ],
      differIn: ['calendars'],
    },
  ),
  trap(
    30,
    'Two events at one instant',
    'The customer answers and the ticket is solved in one second: which comes first?',
    {
      settled:
        'Opening, then facts and severity, then clocks; a stop beats a pause, and what is left keeps the order in which it was recorded. No contract can say otherwise.',
      rejected: [
        {
          reading: 'a pause beats a stop',
          contract: desk({ clock: 'starts on opened; stops on resolved after pause; reopen never' }),
          code: 'syntax/name-of-words',
        },
      ],
    },
  ),
  trap(
    31,
    'Another channel on the way',
    'A ticket from the web is taken up again by telephone, which is answered round the clock: by which hours does the time before count?',
    {
      settled:
        'The hours of each channel are in the calendar or in the targets; what a change does to a running clock is stated with `on change of channel`, and every past hour is counted by the calendar then in force.',
      open: [
        {
          contract: switched('').replace('on change of channel', ''),
          asks: ['assume/on-change @ channel web'],
        },
        {
          contract: switched('keep elapsed, a breach stays a breach'),
          asks: ['assume/late-from @ on change of channel keep elapsed, a breach stays a breach'],
        },
      ],
      forms: [
        [
          'count from open, late from the change, a breach stays a breach',
          'missed by 2026-06-12T20:00:00Z, late since 2026-06-13T08:00:00Z',
        ],
        ['count from the change, a breach stays a breach', 'running by 2026-06-13T12:00:00Z'],
        ['keep elapsed, late from the change, a breach stays a breach', 'running by 2026-06-13T12:00:00Z'],
        ['keep old', 'running by 2026-06-15T11:00:00Z'],
      ].map(([clause = '', becomes = '']) =>
        form(
          `on change of channel ${clause}`,
          switched(clause),
          history(
            [
              ['2026-06-12T18:00+02:00', 'opened', { severity: 'P1', channel: 'web' }],
              ['2026-06-13T10:00+02:00', 'changed', { channel: 'phone' }],
            ],
            [becomes],
          ),
        ),
      ),
      differIn: ['conduct/changes'],
    },
  ),
];

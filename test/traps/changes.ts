/** Traps 1 to 4, 17, 20, 21, 23, 24, 30 and 31: what a change does to a clock that runs. */
import { desk, same } from './desk.ts';
import { due, form, type Trap, trap } from './trap.ts';

const LOWER = 'on lower keep old';
const raised = (clause: string) => desk({ rules: `on raise ${clause}\n${LOWER}` });
const lowered = (clause: string) => desk({ rules: `on raise count from the change\non lower ${clause}` });
const reopened = (clause: string) =>
  same('8 h in B', { clock: `starts on opened; stops on resolved; pauses never; reopen ${clause}` });
const WITHIN = 'within 5 business days ending at close in B';
const versioned = (clause: string) =>
  same('16 h in B', { header: `effective 2026-07-01 in Europe/Berlin\n${clause}` });
const switched = (clause: string) =>
  desk({
    extra: 'channel web\nchannel phone\ncalendar Desk { use B; use 24x7 for phone }',
    p1: '4 h in Desk',
    rules: `on raise count from the change\n${LOWER}\non change of channel ${clause}`,
  });
const restored = (clause: string) =>
  desk({
    rules: `rule "partly restored" on restored partly then lower P1 to P3, if customer agrees, silence refuses
on raise count from the change
on lower ${clause}, a breach stays a breach`,
  });
const completed = (starts: string, clause: string) =>
  desk({
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
        'count from open, late from the deadline',
        'count from open, late from the change',
        'count from open, never due less than 30 min after the change',
        'count from the change',
        'count from the change, earlier of old and new',
        'keep elapsed, late from the deadline',
        'proportional',
        'keep old',
      ].map((clause) => form(`on raise ${clause}`, raised(clause))),
      differIn: ['conduct/changes'],
      notApplied: '`on raise` is not carried out',
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
          }),
        ),
        form('no pause', desk()),
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
      forms: ['keep elapsed, a breach stays a breach', 'keep elapsed, a breach is forgotten'].map((clause) =>
        form(`on lower ${clause}`, lowered(clause)),
      ),
      differIn: ['conduct/changes'],
      notApplied: '`on lower` is not carried out',
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
        form('on raise …', raised('count from the change')),
        form('…, met targets stay met', raised('count from the change, met targets stay met')),
      ],
      differIn: ['conduct/changes'],
      notApplied: '`on raise` is not carried out',
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
      forms: [
        `${WITHIN} continues, met is withdrawn`,
        `${WITHIN} continues, met stands`,
        `${WITHIN} starts afresh, met stands`,
        `${WITHIN} runs on, met is withdrawn`,
        'never',
      ].map((clause) => form(`reopen ${clause}`, reopened(clause))),
      differIn: ['clocks'],
      notApplied: '`reopen` of the clock',
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
        ),
        form(
          'on completion count from described',
          completed('opened', 'count from described, late from the change, a breach stays a breach'),
        ),
        form(
          'starts on described',
          completed('described', 'count from open, late from the deadline, a breach stays a breach'),
        ),
        form(
          'starts on described then acknowledged',
          completed(
            'described then acknowledged',
            'count from open, late from the deadline, a breach stays a breach',
          ),
        ),
      ],
      differIn: ['conduct/changes', 'clocks', 'notApplied'],
      notApplied: '`on completion` is not carried out',
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
        form('on lower count from open', restored('count from open')),
        form('on lower count from restored partly', restored('count from restored partly')),
        form('on lower count from agreed', restored('count from agreed')),
        form(
          'silence agrees after 2 h in B',
          restored('count from agreed').replace('silence refuses', 'silence agrees after 2 h in B'),
        ),
      ],
      differIn: ['conduct/changes', 'conduct/rules'],
      notApplied: 'The rule "partly restored" is not carried out',
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
        'binds by opened',
        'binds by purchased',
        'tickets in flight keep old',
        'tickets in flight count from open',
        'tickets in flight count from the change',
        'tickets in flight keep elapsed',
        'tickets in flight proportional',
      ].map((clause) => form(clause, versioned(clause))),
      differIn: ['binding'],
      notApplied: 'Every ticket is read by this version',
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
        'count from open, late from the change, a breach stays a breach',
        'count from the change, a breach stays a breach',
        'keep elapsed, late from the change, a breach stays a breach',
        'keep old',
      ].map((clause) => form(`on change of channel ${clause}`, switched(clause))),
      differIn: ['conduct/changes'],
      notApplied: '`on change of channel` is not carried out',
    },
  ),
];

import { assumption, error } from '../define.ts';
import type { Place } from '../diagnostic.ts';
import { addClauseBehind, takeOut } from '../fix.ts';
import { inARow } from '../in-a-row.ts';
import { desk, EXACT_DAYS } from './examples.ts';

/** A desk whose only clock says this beside its start and its stop. */
const deskWith = (...clauses: readonly string[]) =>
  desk('4 h').replace('stops   on reply', ['stops   on reply', ...clauses].join('\n  '));

const closing = (...clauses: readonly string[]) => deskWith(...clauses).replace('on reply', 'on resolved');

/** A desk that promises when a fault is mended. */
const resolving = (...clauses: readonly string[]) =>
  closing('reopen  never', ...clauses)
    .replace('clock respond', 'clock resolve')
    .replace('        respond', '        resolve');

const counted = (...clauses: readonly string[]) =>
  desk(EXACT_DAYS).replace(
    'stops   on reply',
    ['stops   on reply', 'pauses while waiting for customer', ...clauses].join('\n  '),
  );

const REOPEN = 'reopen  within 5 business days ending at close in Office';

/** Findings about clocks: what they count, and what becomes of them when a ticket comes back. */
export const clockDiagnostics = {
  'clock/contradiction': error<{ word: string; says: string; not: string }>({
    message: ({ word, says, not }) => `the clock \`${says}\` at \`${word}\`, and \`${not}\` at it as well`,
    help: ({ word }) => `leave \`${word}\` out of one of the two clauses`,
    page: {
      why: 'Nobody can tell whether the clock has stopped or stands still, and the deadline hangs on it.',
      wrong: deskWith('stops not on reply'),
      right: deskWith('stops not on "automatic reply"'),
    },
  }),
  'clock/limit-of-nothing': error<Record<never, never>>({
    message: () => 'a limit as long as the time in which it holds is never reached',
    help: () => 'make it shorter: `works at most 12 h in 24 h`',
    page: {
      why: 'Nobody works more than twelve hours in twelve; a limit that holds nobody back is a figure mistaken.',
      wrong: deskWith('works at most 12 h in 12 h'),
      right: deskWith('works at most 12 h in 24 h'),
    },
  }),
  'clock/pauses-and-never': error<{ metric: string }>({
    message: ({ metric }) => `the clock of \`${metric}\` never pauses, and pauses as well`,
    help: () => 'leave `pauses never` or the other clause out',
    fixes: (_, place) => [takeOut(place)],
    page: {
      why: 'Nobody can tell whether a ticket that waits for the customer has its deadline moved.',
      wrong: deskWith('pauses never', 'pauses while waiting for customer'),
      right: deskWith('pauses while waiting for customer'),
    },
  }),
  'clock/reminder-too-late': error<{ reminder: string; side: 'after' | 'before'; closes: string }>({
    message: ({ reminder, side, closes }) =>
      side === 'after'
        ? `a reminder after \`${reminder}\` comes when the ticket is closed already, after \`${closes}\``
        : `a reminder \`${reminder}\` before the ticket is closed would come before the \`${closes}\` begin`,
    help: () =>
      'write a shorter time: `closes after 7 calendar days of silence, reminder 2 calendar days before`',
    page: {
      why: 'Whoever is to be reminded before the ticket is closed would never be.',
      wrong: deskWith(
        'closes  after 7 calendar days ending at same time of silence, reminder after 7 calendar days',
      ),
      right: deskWith(
        'closes  after 7 calendar days ending at same time of silence, reminder after 5 calendar days',
      ),
    },
  }),
  'assume/pauses': assumption<{ clocks: readonly { metric: string; place: Place }[] }>({
    message: ({ clocks }) =>
      `nothing pauses the clock${clocks.length === 1 ? '' : 's'} of ${inARow(clocks.map(({ metric }) => metric))}, not even waiting for the customer`,
    help: () => 'state it in the clock: `pauses never`, or `pauses while waiting for customer`',
    fixes: ({ clocks }) =>
      ['pauses  never', 'pauses  while waiting for customer'].map((clause) => ({
        title: `add \`${clause}\``,
        applicability: 'suggested',
        edits: clocks.flatMap(({ place }) =>
          addClauseBehind(place, 'stops', clause).flatMap(({ edits }) => edits),
        ),
      })),
    page: {
      why: 'A ticket that waits three days for the customer’s answer has used three days of its promise, or none.',
      wrong: resolving(),
      right: resolving('pauses  never'),
    },
  }),
  'assume/reopen': assumption<{ metric: string }>({
    message: ({ metric }) => `a ticket that comes back is a new one, with a new clock of \`${metric}\``,
    help: () =>
      'state it: `reopen never`, or `reopen within 5 business days ending at close in Office continues` (`starts afresh`, `runs on`)',
    page: {
      why: 'Solved on Tuesday and back on Friday, a ticket has two hours left, eight, or is late at once.',
      wrong: closing(),
      right: closing('reopen  never'),
    },
  }),
  'assume/met-after-reopening': assumption<{ metric: string; met: 'stands' | 'is withdrawn' }>({
    message: ({ metric, met }) =>
      met === 'stands'
        ? `a promise of \`${metric}\` that was met before the ticket came back stays met`
        : `a promise of \`${metric}\` that was met is judged again when the ticket comes back`,
    help: () => 'state it: `, met stands` or `, met is withdrawn`',
    page: {
      why: 'A ticket closed in time and reopened counts as kept in the report, or not until it is closed again.',
      wrong: closing(`${REOPEN} continues`),
      right: closing(`${REOPEN} continues, met is withdrawn`),
    },
  }),
  'assume/every-message': assumption<{ metric: string; event: string }>({
    message: ({ metric, event }) =>
      `the clock of \`${metric}\` runs once, from the first \`${event}\`, and later ones start nothing`,
    help: ({ event }) =>
      `state it: \`every "${event}", oldest message\` or \`newest message\`, and \`messages within 3 min are one\` where they are`,
    page: {
      why: 'A customer who writes at ten and at twelve is answered in time by two or by four; one who writes every hour is never late to be answered if the newest message counts.',
      wrong: deskWith().replace('on opened', 'on "customer reply"'),
      right: deskWith('every "customer reply", oldest message').replace('on opened', 'on "customer reply"'),
    },
  }),
  'assume/paused-days': assumption<{ metric: string }>({
    message: ({ metric }) => `a pause changes nothing about the days in which \`${metric}\` is promised`,
    help: () => 'state it: `days run on`, `days skip dates paused` or `days add time paused`',
    page: {
      why: 'A promise of days ends on a date, so a wait of three days moves it by three dates, by the hours waited, or not at all.',
      wrong: counted(),
      right: counted('days   skip dates paused'),
    },
  }),
};

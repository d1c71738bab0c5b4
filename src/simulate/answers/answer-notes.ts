import type { Outcome } from '../outcome.ts';
import type { Answers } from './answers.ts';
import { FEWEST_MISSES, FEWEST_WITH_CAUSE, LEAST_LIFT } from './common-causes.ts';
import { FEWEST_WEEKS } from './spread-over-weeks.ts';
import { BACKLOG_HOUR } from './prepare-watch.ts';

/** How the answers are defined, each a sentence. */
export function answerNotes({ desk }: Outcome, zone: string): Answers['notes'] {
  const runs = desk?.plans[0]?.length ?? 1;
  const notes: Answers['notes'] = [
    {
      of: 'promised',
      text: `A share is kept where the whole 95 % interval reaches what is promised, broken where none of it does, and else not clear. Periods count where they lie wholly within what was ${desk === undefined ? 'told' : 'played'}; a ticket is closed when the last of its clocks stopped.`,
    },
    {
      of: 'breaches',
      text: `Something in common is named where there are at least ${FEWEST_MISSES} misses, at least ${FEWEST_WITH_CAUSE} of them have it, at least ${LEAST_LIFT} times its share of the judged tickets, and by more than three standard deviations of chance, as if each ticket missed for itself. But tickets that queue behind each other miss together, so the 95 % interval of how many times it is goes by how much the weeks of the runs differ (of ${FEWEST_WEEKS} weeks or more), as if hours had not been looked for where the misses are. Hours are those of the opening.`,
    },
    {
      of: 'times',
      text: 'Working time is the open time of the calendar by which the promise counts; for a promise in business days that of the calendar whose days count. A clock that is paused counts nothing meanwhile.',
    },
    {
      of: 'backlog',
      text: `The backlog is read at ${String(BACKLOG_HOUR).padStart(2, '0')}:00 (${zone}) of each date. It is growing or shrinking where the mean of the second half of the dates lies more than a tenth of the mean from that of the first${runs > 1 ? ' and the 95 % interval of that over the runs does not hold zero' : ''}. Days to clear is what was open last over what was done a day in the last four weeks.`,
    },
    { of: 'weeks', text: `Weeks are ISO weeks of the opening (${zone}).` },
  ];
  return desk === undefined ? notes : [...notes, ...deskNotes];
}

const deskNotes: Answers['notes'] = [
  {
    of: 'breaches',
    text: 'The time of a miss is shut while no team that may work on it has a shift, busy while one has and nobody is free, worked while an agent works on it, and waited during a `wait`; the parts sum to the time from opening to stop. It would have been met without a part that took at least as much of its working time as it was late by.',
  },
  {
    of: 'occupancy',
    text: 'Occupancy is the time that agents work within their shift over the time that agents are there, in the part of the span that counts, also for tickets of the warm-up.',
  },
];

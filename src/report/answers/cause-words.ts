import type { CommonCause, Eaten, HoursOfWeek, Part } from '../../simulate/answers/answers.ts';
import { groupDigits } from '../../text/group-digits.ts';
import { percentDigits } from '../share-words.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `every day 17:00-09:00`, `Mon-Fri 17:00-24:00`, `Fri 17:00-24:00`, `Fri 17:00 to Mon 09:00`. */
export function hoursWords({ kind, days, from, to }: HoursOfWeek): string {
  const [first, last] = [days[0] ?? 1, days.at(-1) ?? 1].map((day) => DAYS[day - 1] ?? '');
  const [start, end] = [clock(from), clock(to)];
  if (kind === 'each day') return `${days.length === 7 ? 'every day' : `${first}-${last}`} ${start}-${end}`;
  return first === last && from < to ? `${first} ${start}-${end}` : `${first} ${start} to ${last} ${end}`;
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** What many of the misses have in common, as a sentence without a full stop. */
export function causeSentence(cause: CommonCause, missed: number): string {
  const { of, shareOfMissed, shareOfTickets, lift, liftInterval } = cause;
  const what =
    of.by === 'hours' ? `were opened ${hoursWords(of)} (${of.zone})` : `are of ${of.by} ${of.name}`;
  return `${percentDigits(shareOfMissed)} % of the ${groupDigits(missed)} misses ${what}, as ${percentDigits(shareOfTickets)} % of the tickets: ${lift.toFixed(1)} times their share${rangeWords(liftInterval)}`;
}

/** How sure a lift is by the weeks; one that is none in some of them may be a bad week alone. */
function rangeWords(interval: CommonCause['liftInterval']): string {
  if (interval === null) return '';
  const { low, high } = interval;
  return low > 1 ? ` (${low.toFixed(1)} to ${high.toFixed(1)})` : ' (though one bad week may be all of it)';
}

const WITHOUT: Readonly<Record<Part, string>> = {
  shut: 'the hours in which the desk was shut',
  busy: 'the wait for a free agent',
  worked: 'the work itself',
  waited: 'the wait for the customer or others, which counted',
};

export const PART_WORDS: Readonly<Record<Part, string>> = {
  shut: 'desk shut',
  busy: 'nobody free',
  worked: 'worked',
  waited: 'waited, counted',
};

/** Which part of their time alone made most of the misses; null where there are none. */
export function eatenSentence({ misses, parts }: Eaten): string | null {
  if (misses === 0) return null;
  const best = parts.reduce((most, part) => (part.enough > most.enough ? part : most));
  if (best.enough === 0) return 'no part of their time alone made the misses';
  return `${percentDigits(best.enough / misses)} % would have been met but for ${WITHOUT[best.part]}`;
}

import type { Stretch } from '../../engine/index.ts';
import { formatInstantUtc } from '../../time/iso-instant.ts';
import type { InstantMs } from '../../time/types.ts';
import type { CalendarDay } from './week.ts';

/** Octets of a line, above which RFC 5545 has it folded. */
const LONGEST = 75;

/**
 * The open hours of some dates as an iCalendar file (RFC 5545), an event for each stretch, over midnight too; times are in
 * UTC, so that no reader needs the zone. The same hours are the same bytes.
 */
export function icsOf(name: string, days: readonly CalendarDay[]): string {
  const events = stretchesOf(days).flatMap(({ from, to, notes }) => [
    'BEGIN:VEVENT',
    `UID:${utc(from)}-${utc(to)}-${encodeURIComponent(name)}@surety`,
    // When it was written is not told, so that it can be compared; what it says holds from its own beginning.
    `DTSTAMP:${utc(from)}`,
    `DTSTART:${utc(from)}`,
    `DTEND:${utc(to)}`,
    `SUMMARY:${escaped(name)}`,
    ...(notes.length === 0 ? [] : [`DESCRIPTION:${escaped(notes.join('; '))}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Surety//surety calendar//EN',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

interface Noted extends Stretch {
  readonly notes: readonly string[];
}

/** Stretches of dates, those that go on over midnight as one. */
function stretchesOf(days: readonly CalendarDay[]): readonly Noted[] {
  const found: Noted[] = [];
  for (const { open, notes } of days) {
    for (const { from, to } of open) {
      const last = found[found.length - 1];
      if (last?.to === from) {
        found[found.length - 1] = { from: last.from, to, notes: [...new Set([...last.notes, ...notes])] };
      } else found.push({ from, to, notes });
    }
  }
  return found;
}

/** `20260601T070000Z`. */
function utc(instant: InstantMs): string {
  return formatInstantUtc(instant).replace(/[-:]|\.\d+/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
}

/** In lines of at most 75 octets, none of them ending within a character; each further one begins with a blank. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > LONGEST) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += length;
  }
  return text;
}

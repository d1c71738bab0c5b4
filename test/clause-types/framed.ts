/**
 * The contract around an example: whatever the example speaks of and does not declare. The same for the example with its
 * construct and without, so that what differs is the construct.
 */
export function framed(example: string, whole: string): string {
  const says = (word: RegExp) => word.test(whole);
  const declares = (word: string) => new RegExp(`^${word}\\b`, 'm').test(whole);
  const parts = [
    declares('contract') ? '' : CONTRACT,
    declares('severities') || !says(/\bP[1-4]\b/) ? '' : SEVERITIES,
    declares('regions') || !says(/\b(EMEA|ANZ)\b/) ? '' : REGIONS,
    declares('calendar Office') || !says(/\bOffice\b/) ? '' : OFFICE,
    example,
    declares('plan') ? '' : planOver(whole),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

const CONTRACT = `contract "Frame" {
  effective 2026-01-01 in Europe/Berlin
  currency EUR
}`;

const SEVERITIES = `severities {
  P1 "nobody can work"
  P2 "many cannot work"
  P3 "some work slower"
  P4 "a question"
}`;

const REGIONS = `regions by site {
  EMEA zone Europe/Berlin holidays none
  ANZ zone Australia/Sydney holidays none
}`;

const OFFICE = `calendar Office {
  zone Europe/Berlin
  open Mon..Fri 09:00-17:00
  holidays none
}`;

/** A plan with a promise in the calendar that is declared last, so that the calendar means something. */
function planOver(whole: string): string {
  const calendars = [...whole.matchAll(/^calendar (\S+)/gm)].map(([, name]) => name ?? '');
  const last = calendars[calendars.length - 1];
  const hours = last === undefined ? (/\bOffice\b/.test(whole) ? ' in Office' : '') : ` in ${last}`;
  return `plan Basic {
  targets {
    respond | resolve
    all 4 h${hours} | 16 h${hours}
  }
}`;
}

import { lookUpZone } from '../../time/zone-lookup.ts';
import { formatCivilDate } from '../../time/civil-date.ts';
import { wallClockAt } from '../../time/zone-arithmetic.ts';
import { groupDigits } from '../../text/group-digits.ts';

/** A mean number of things: `0`, `0.34`, `3.4`, `34`, `3,400`. What is more than nothing is never `0`. */
export function amountWords(value: number): string {
  if (value === 0) return '0';
  if (value < 0.01) return 'under 0.01';
  if (value < 1) return value.toFixed(2);
  if (value < 10) return value.toFixed(1);
  return groupDigits(Math.round(value));
}

/** The date that the wall clock of a zone reads at an instant in ms. */
export function dateWords(instant: number, zone: string): string {
  const year = new Date(instant).getUTCFullYear();
  return formatCivilDate(wallClockAt(lookUpZone(zone, year - 1, year + 1), instant).epochDay);
}

import Fraction from 'fraction.js';

/** Decimal digits such as `12`, `0.5` or `12,000.50` as an exact number; null for anything else, and for less than nothing. */
export function exactNumber(text: string): Fraction | null {
  const digits = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replace(/,/g, '') : text;
  return /^\d+(?:\.\d+)?$/.test(digits) ? new Fraction(digits) : null;
}

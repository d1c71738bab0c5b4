/** A pattern of dates and times, such as `d/m/yyyy HH:MM`, taken apart. See `time-format.ts` for its letters. */

type NumberField = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

export type PatternStep =
  | { readonly kind: 'number'; readonly field: NumberField; readonly least: number; readonly most: number }
  | { readonly kind: 'fraction' }
  /** A month by its name or the beginning of it. */
  | { readonly kind: 'month name' }
  | { readonly kind: 'half day' }
  | { readonly kind: 'offset' }
  /** One character that stands for itself. */
  | { readonly kind: 'text'; readonly text: string };

export type ScannedPattern =
  | { readonly ok: true; readonly steps: readonly PatternStep[] }
  | { readonly ok: false; readonly message: string; readonly help: string };

const TOKEN = /AM|PM|T|Z|y+|m+|d+|h+|s+|f+|[^a-z]|[a-z]+/giy;
const HELP =
  'write `iso`, `unix seconds`, `unix milliseconds`, or a pattern such as `d/m/yyyy HH:MM` of yyyy, m, mmm, d, h, m, s, f, AM, Z';

export function scanTimePattern(pattern: string): ScannedPattern {
  const steps: PatternStep[] = [];
  const seen = new Set<string>();
  let lastNumber: NumberField | null = null;
  for (const [token] of pattern.matchAll(TOKEN)) {
    const step = stepOf(token, lastNumber);
    if (step === null) return refuse(`the time format \`${pattern}\` holds \`${token}\`, which says nothing`);
    const name = step.kind === 'number' ? step.field : step.kind;
    if (step.kind === 'month name') seen.add('month');
    if (step.kind !== 'text' && seen.has(name)) {
      return refuse(`the time format \`${pattern}\` gives the ${name} twice`);
    }
    seen.add(name);
    if (step.kind === 'number') lastNumber = step.field;
    steps.push(step);
  }
  for (const needed of ['year', 'month', 'day', 'hour', 'minute']) {
    if (!seen.has(needed)) return refuse(`the time format \`${pattern}\` gives no ${needed}`);
  }
  return { ok: true, steps };
}

function refuse(message: string): ScannedPattern {
  return { ok: false, message, help: HELP };
}

/** `m` means minutes where the last number was the hour, months elsewhere: no date puts its month there. */
function stepOf(token: string, lastNumber: NumberField | null): PatternStep | null {
  const letters = token.toLowerCase();
  const digits = { least: letters.length === 1 ? 1 : 2, most: 2 };
  switch (letters) {
    case 'yyyy':
      return { kind: 'number', field: 'year', least: 4, most: 4 };
    case 'yy':
      return { kind: 'number', field: 'year', least: 2, most: 2 };
    case 'm':
    case 'mm':
      return { kind: 'number', field: lastNumber === 'hour' ? 'minute' : 'month', ...digits };
    case 'mmm':
    case 'mmmm':
      return { kind: 'month name' };
    case 'd':
    case 'dd':
      return { kind: 'number', field: 'day', ...digits };
    case 'h':
    case 'hh':
      return { kind: 'number', field: 'hour', ...digits };
    case 's':
    case 'ss':
      return { kind: 'number', field: 'second', ...digits };
    case 'am':
    case 'pm':
      return { kind: 'half day' };
    case 'z':
      return { kind: 'offset' };
    default:
      if (/^f+$/.test(letters)) return { kind: 'fraction' };
      // `T` stands between date and time in many formats.
      return letters === 't' || !/[a-z]/.test(letters) ? { kind: 'text', text: token } : null;
  }
}

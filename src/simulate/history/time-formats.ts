/**
 * Reading times that are written in one of several ways, as exports of one help desk are, which go by the settings of whoever
 * exports. A text is read by the first format that it fits; two formats that read one text as two times are refused.
 */
import type { InstantMs } from '../../time/types.ts';
import { compileTimeFormat, type CompiledTimeFormat, type LocalClock } from './time-format.ts';
import { scanTimePattern, type PatternStep } from './time-pattern.ts';

/** @param formats one or more, as `time-format.ts` has them */
export function compileTimeFormats(formats: readonly string[], clock: LocalClock | null): CompiledTimeFormat {
  const readers: ((text: string) => InstantMs)[] = [];
  let needsZone = false;
  for (const format of formats) {
    const compiled = compileTimeFormat(format, clock);
    if (!compiled.ok) return compiled;
    readers.push(compiled.read);
    needsZone ||= compiled.needsZone;
  }
  const [only] = readers;
  if (readers.length === 1 && only !== undefined) return { ok: true, read: only, needsZone };
  const read = (text: string): InstantMs => {
    for (const each of readers) {
      const at = each(text);
      if (!Number.isNaN(at)) return at;
    }
    return NaN;
  };
  return { ok: true, read, needsZone };
}

/** Two formats that read one text as different times, such as `d/m/yyyy h:mm` and `m/d/yyyy h:mm`. */
export function rivalFormats(
  formats: readonly string[],
): { readonly text: string; readonly of: readonly [string, string] } | null {
  const asUtc: LocalClock = (day, seconds) => day * 86_400_000 + seconds * 1000;
  for (const [i, format] of formats.entries()) {
    const text = exampleOf(format);
    const mine = compileTimeFormat(format, asUtc);
    if (text === null || !mine.ok) continue;
    for (const other of formats.slice(i + 1)) {
      const theirs = compileTimeFormat(other, asUtc);
      if (!theirs.ok) continue;
      const at = theirs.read(text);
      if (!Number.isNaN(at) && at !== mine.read(text)) return { text, of: [format, other] };
    }
  }
  return null;
}

/** A time of which day, month, year and hour may each be taken for another, written in a pattern; null for no pattern. */
function exampleOf(format: string): string | null {
  const pattern = scanTimePattern(format);
  return pattern.ok ? pattern.steps.map(exampleOfStep).join('') : null;
}

const EXAMPLE = { year: 2003, month: 2, day: 1, hour: 4, minute: 5, second: 6 } as const;

function exampleOfStep(step: PatternStep): string {
  switch (step.kind) {
    case 'number':
      return String(EXAMPLE[step.field]).padStart(step.least, '0').slice(-step.most);
    case 'month name':
      return 'Feb';
    case 'fraction':
      return '0';
    case 'half day':
      return 'AM';
    case 'offset':
      return 'Z';
    case 'text':
      return step.text;
  }
}

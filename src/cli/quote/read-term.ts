import type { Term } from '../../engine/money/index.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { addMonths, parseCivilDate } from '../../time/civil-date.ts';
import { parseDate } from '../parse-date.ts';
import { UsageError } from '../usage-error.ts';

/** Over what a quote is reckoned, and how that is said in words. */
export interface ReadTerm {
  readonly term: Term;
  /** `a year`, `18 months`. */
  readonly length: string;
}

const UNITS: Readonly<Record<string, { readonly unit: 'day' | 'month'; readonly count: number }>> = {
  day: { unit: 'day', count: 1 },
  week: { unit: 'day', count: 7 },
  month: { unit: 'month', count: 1 },
  quarter: { unit: 'month', count: 3 },
  year: { unit: 'month', count: 12 },
};

/**
 * `--term year`, `--term "18 months"`, from a date on where one is said.
 * @throws {UsageError} for what is no length or no date.
 */
export function readTerm(plan: CompiledPlan, text: string, from: string | undefined): ReadTerm {
  const match = /^(?:(\d+)\s*)?([a-z]+?)s?$/.exec(text.trim());
  const count = Number(match?.[1] ?? 1);
  const name = match?.[2] ?? '';
  const unit = Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
  if (unit === undefined || !Number.isSafeInteger(count) || count < 1 || count > MOST)
    throw new UsageError(`--term \`${text}\` is no length`, 'write --term year, or --term "18 months"');
  const length = count === 1 ? `a ${name}` : `${count} ${name}s`;
  const whole = { unit: unit.unit, count: unit.count * count };
  if (from === undefined) return { term: { kind: 'length', ...whole }, length };
  const first = parseDate('--from')(from);
  const next = whole.unit === 'month' ? addMonths(first, whole.count) : first + whole.count;
  const start = plan.effective === null ? null : parseCivilDate(plan.effective.from);
  return { term: { kind: 'dates', start, first, next }, length: `${length} from ${from} on` };
}

/** More of a unit than anybody contracts for. */
const MOST = 10_000;

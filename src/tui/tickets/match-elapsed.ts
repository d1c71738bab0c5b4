import type { Filter, FilterContext } from './match-text.ts';
import { planNames, plansNamed, ticketIndex } from './ticket-index.ts';

const shape = /^(wait|late|line|held)(?::(.*?))?(>=|<=|>|<)([^<>=]*)$/;
const units: { readonly [unit: string]: number } = {
  ms: 1,
  s: 1000,
  min: 60_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * `wait>2h`: longer from opening to the clock's stop than that under any plan; `late:Premium>1d`: stopped more than
 * so long after the deadline under that plan; `line>1h`: longer before anybody worked on it; `held>1d`: waited longer for the
 * customer and others. Days have 24 hours. Null where the text is none of these.
 */
export function matchElapsed({ outcome, metric }: FilterContext, text: string): Filter | null {
  if (!/^(?:wait|late|line|held)(?:[:<>]|$)/.test(text)) return null;
  const match = shape.exec(text);
  const [, field = '', plan, sign = '', amount = ''] = match ?? [];
  const limit = elapsedMs(amount);
  if (match === null || limit === null) {
    return {
      kind: 'problem',
      message: `\`${text}\`: write a time, such as wait>2h, wait<30min or late:PLAN>1d`,
    };
  }
  const names = planNames(outcome);
  const plans = plan === undefined || plan === '' ? names.map((_, place) => place) : plansNamed(names, plan);
  if (plans.length === 0 && names.length > 0) {
    return { kind: 'problem', message: `no plan \`${plan ?? ''}\`: ${names.join(', ')}` };
  }
  const index = ticketIndex(outcome);
  const columns = plans.map((place) => columnOf(index, field, metric, place));
  const compare = comparisons[sign] ?? (() => false);
  return {
    kind: 'test',
    passes: (ticket) => columns.some((column) => compare(column[ticket] ?? NaN, limit)),
  };
}

function columnOf(
  index: ReturnType<typeof ticketIndex>,
  field: string,
  metric: string,
  plan: number,
): Float64Array {
  if (field === 'line') return index.lines(metric, plan);
  if (field === 'held') return index.held(metric, plan);
  return field === 'wait' ? index.waits(metric, plan) : index.delays(metric, plan);
}

// Nothing is above or below a time that is not known.
const comparisons: { readonly [sign: string]: (a: number, b: number) => boolean } = {
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
};

/** `2h`, `1.5h`, `1d12h`, `0`, `-30min`. */
function elapsedMs(text: string): number | null {
  if (text === '0') return 0;
  if (text.startsWith('-')) {
    const ms = elapsedMs(text.slice(1));
    return ms === null ? null : -ms;
  }
  if (!/^(?:\d+(?:\.\d+)?[a-z]+)+$/.test(text)) return null;
  let sum = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)([a-z]+)/g)) {
    const one = units[unit ?? ''];
    if (one === undefined) return null;
    sum += Number(amount) * one;
  }
  return sum;
}

/** A time as a filter says it, exactly: `90min`, `2h`, `5400500ms`. */
export function elapsedWord(ms: number): string {
  if (ms < 0) return `-${elapsedWord(-ms)}`;
  if (ms === 0) return '0';
  const unit = ['d', 'h', 'min', 's'].find((one) => ms % (units[one] ?? 1) === 0) ?? 'ms';
  return `${String(ms / (units[unit] ?? 1))}${unit}`;
}

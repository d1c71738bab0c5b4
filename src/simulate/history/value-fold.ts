/** Finding in the rows of a ticket the value that a name of the contract is read from. */
import type { ValueRule } from './mapping.ts';
import type { RowFault } from './moment-fold.ts';
import { compileRowCondition } from './row-condition.ts';

export interface FoldedValue {
  /** `''` while no row has had one. */
  text: string;
  /** Order key of the row it was taken from. */
  from: number;
  /** Whether rows differ in it. */
  changed: boolean;
}

export const NO_VALUE: Readonly<FoldedValue> = { text: '', from: NaN, changed: false };

/** Takes one more row of the ticket into `value`; see `MomentFold` for `order`. */
export type ValueFold = (value: FoldedValue, fields: readonly string[], order: number) => void;

export function createValueFold(
  rule: ValueRule | null,
  slotOf: (field: string) => number,
  missing: ReadonlySet<string>,
): ValueFold {
  if (rule === null || rule.kind === 'constant') return () => undefined;
  const { column } = rule;
  const slot = slotOf(column);
  const present = compileRowCondition({ kind: 'present', column }, slotOf, missing);
  // Of several values that hold one after another the first is what the ticket was opened as.
  const earlier = rule.take !== 'last';
  /** One string a distinct value, so that tickets do not keep pieces of the log alive. */
  const pool = new Map<string, string>();
  return (value, fields, order) => {
    if (!present(fields)) return;
    const found = fields[slot] ?? '';
    if (value.text !== '' && value.text !== found) value.changed = true;
    if (earlier ? !(order >= value.from) : !(order < value.from)) {
      let text = pool.get(found);
      if (text === undefined) {
        text = found;
        pool.set(text, text);
      }
      value.text = text;
      value.from = order;
    }
  };
}

/** The contract's name for what a ticket's rows say (`''` for nothing), or why there is none. */
export function nameOf(what: string, rule: ValueRule, text: string): string | RowFault {
  if (rule.kind === 'constant') return rule.name;
  if (text === '') return rule.absent ?? { reason: `no ${what}: \`${rule.column}\` is missing`, found: '' };
  if (rule.values === null) return text;
  const name = rule.values.get(text);
  return name ?? { reason: `a value of \`${rule.column}\` that the mapping does not know`, found: text };
}

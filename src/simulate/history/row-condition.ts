import { assertNever } from '../../text/assert-never.ts';
import type { RowCondition } from './mapping.ts';

export type RowTest = (fields: readonly string[]) => boolean;

/**
 * A condition as a test on the fields of a row. A missing value is nothing: neither `is` nor `is not` holds of it.
 *
 * @param slotOf place of a field in the rows
 * @param missing what counts as missing
 */
export function compileRowCondition(
  condition: RowCondition,
  slotOf: (field: string) => number,
  missing: ReadonlySet<string>,
): RowTest {
  switch (condition.kind) {
    case 'is': {
      const slot = slotOf(condition.column);
      const wanted = new Set(condition.values.filter((value) => !missing.has(value)));
      return (fields) => wanted.has(fields[slot] ?? '');
    }
    case 'is not': {
      const slot = slotOf(condition.column);
      const refused = new Set([...condition.values, ...missing]);
      return (fields) => !refused.has(fields[slot] ?? '');
    }
    case 'present': {
      const slot = slotOf(condition.column);
      return (fields) => !missing.has(fields[slot] ?? '');
    }
    case 'absent': {
      const slot = slotOf(condition.column);
      return (fields) => missing.has(fields[slot] ?? '');
    }
    case 'differs': {
      const [slot, other] = [slotOf(condition.column), slotOf(condition.from)];
      return (fields) => {
        const [value, against] = [fields[slot] ?? '', fields[other] ?? ''];
        return value !== against && !missing.has(value) && !missing.has(against);
      };
    }
    case 'all': {
      const parts = condition.of.map((part) => compileRowCondition(part, slotOf, missing));
      return (fields) => parts.every((part) => part(fields));
    }
    case 'any': {
      const parts = condition.of.map((part) => compileRowCondition(part, slotOf, missing));
      return (fields) => parts.some((part) => part(fields));
    }
    default:
      return assertNever(condition);
  }
}

import type { RowCondition } from './mapping.ts';
import { fieldsIn } from './mapping-fields.ts';
import type { MappingProblem } from './mapping-fields.ts';

const HELP =
  'write `{ "column": "state", "is": ["Resolved"] }`, `"not"` or `"present": true` or `"differs from": "…"` instead of `"is"`, or `{ "all": […] }`, `{ "any": […] }`';

/** A condition on rows; null, after a report, where it is none. */
export function checkCondition(value: unknown, at: string, problems: MappingProblem[]): RowCondition | null {
  const fields = fieldsIn(value, at, problems, HELP);
  if (fields === null) return null;
  const condition = read();
  if (condition !== null) fields.refuseOthers();
  return condition;

  function read(): RowCondition | null {
    if (fields === null) return null;
    for (const kind of ['all', 'any'] as const) {
      const parts = fields.raw(kind);
      if (parts === undefined) continue;
      if (!Array.isArray(parts) || parts.length === 0) {
        fields.report(kind, 'must be a list of conditions', HELP);
        return null;
      }
      const of = parts.map((part: unknown, i) =>
        checkCondition(part, `${at}.${kind}[${String(i)}]`, problems),
      );
      return { kind, of: of.filter((part) => part !== null) };
    }
    const column = fields.text('column', HELP);
    const is = fields.texts('is');
    const not = fields.texts('not');
    const present = fields.raw('present');
    const from = fields.optionalText('differs from');
    if (column === null) return null;
    if (is !== null) return { kind: 'is', column, values: is };
    if (not !== null) return { kind: 'is not', column, values: not };
    if (from !== null) return { kind: 'differs', column, from };
    if (typeof present === 'boolean') return { kind: present ? 'present' : 'absent', column };
    fields.report('is', 'is missing: the condition says nothing of the column', HELP);
    return null;
  }
}

import { checkCondition } from './check-condition.ts';
import { DURATION_UNITS } from './mapping.ts';
import type { MomentRule, StopRule } from './mapping.ts';
import type { Fields, MappingProblem } from './mapping-fields.ts';

const HELP =
  'write `{ "column": "resolved_at" }`, `{ "after opening": "First reply time in minutes", "in": "minutes" }` or `{ "event": "first", "where": { "column": "state", "not": ["New"] } }`';

/** `{ "column": … }` or `{ "event": "first", "where": … }`; null, after a report, for anything else. */
export function checkMoment(fields: Fields | null, problems: MappingProblem[]): MomentRule | null {
  const rule = readMoment(fields, problems);
  fields?.refuseOthers();
  return rule;
}

/** A moment, and what it means that there is none. */
export function checkStop(fields: Fields | null, problems: MappingProblem[]): StopRule | null {
  const moment = readMoment(fields, problems);
  const absent = fields?.word('absent', ['still running', 'unmeasured']) ?? null;
  const alternative =
    fields?.has('or') === true ? checkMoment(fields.object('or', HELP), problems) : undefined;
  fields?.refuseOthers();
  if (moment === null || absent === null || alternative === null) return null;
  return { moment, or: alternative === undefined ? [] : [alternative], absent };
}

function readMoment(fields: Fields | null, problems: MappingProblem[]): MomentRule | null {
  if (fields === null) return null;
  if (fields.has('event')) {
    const take = fields.word('event', ['first', 'last']);
    const where = fields.has('where')
      ? checkCondition(fields.raw('where'), `${fields.at}.where`, problems)
      : null;
    return take === null ? null : { kind: 'event', take, where };
  }
  const isAfter = fields.has('after opening');
  const column = fields.text(isAfter ? 'after opening' : 'column', HELP);
  const take = fields.word('take', ['only', 'first', 'last'], 'only');
  if (!isAfter) {
    const before = fields.optionalText('before');
    return column === null || take === null ? null : { kind: 'column', column, take, before };
  }
  const unit = fields.word('in', DURATION_UNITS);
  return column === null || take === null || unit === null ? null : { kind: 'after', column, take, unit };
}

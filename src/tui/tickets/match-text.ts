import { assertNever } from '../../text/assert-never.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import { STATUSES } from '../../simulate/outcome.ts';
import { metricOf } from './verdict.ts';

/**
 * A filter typed by hand: words with a space between, all of which must match. A word matches a part of the
 * ticket's id, severity, region or of its status under any plan, in any case of letters; `severity:S1` asks one
 * field alone (`id`, `severity`, `region`, `status`) and `!word` asks for those that do not match.
 */
export function matchText(outcome: Outcome, metric: string, text: string): (ticket: number) => boolean {
  const tests = text
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '' && word !== '!')
    .map((word) => matchWord(outcome, metric, word));
  return (ticket) => tests.every((test) => test(ticket));
}

const fields = ['id', 'severity', 'region', 'status'] as const;
type Field = (typeof fields)[number];

function matchWord(outcome: Outcome, metric: string, word: string): (ticket: number) => boolean {
  const inverse = word.startsWith('!');
  const wanted = inverse ? word.slice(1) : word;
  const field = fields.find((name) => wanted.startsWith(`${name}:`)) ?? null;
  const part = field === null ? wanted : wanted.slice(field.length + 1);
  const tests = (field === null ? fields : [field]).map((name) => matchField(outcome, metric, name, part));
  return (ticket) => tests.some((test) => test(ticket)) !== inverse;
}

function matchField(
  outcome: Outcome,
  metric: string,
  field: Field,
  part: string,
): (ticket: number) => boolean {
  const { tickets, plan } = outcome;
  const has = (name: string): boolean => name.toLowerCase().includes(part);
  const named = (list: readonly { name: string; aliases: readonly string[] }[]): readonly boolean[] =>
    list.map((one) => has(one.name) || one.aliases.some(has));
  switch (field) {
    case 'id':
      return (ticket) => has(tickets.id(ticket));
    case 'severity': {
      const severities = named(plan.severities);
      return (ticket) => severities[tickets.severity[ticket] ?? -1] ?? false;
    }
    case 'region': {
      const regions = named(plan.regions);
      return (ticket) => regions[tickets.region[ticket] ?? -1] ?? false;
    }
    case 'status': {
      const statuses = STATUSES.map(has);
      const columns = outcome.plans.flatMap((_, index) => metricOf(outcome, index, metric)?.status ?? []);
      return (ticket) => columns.some((status) => statuses[status[ticket] ?? -1] ?? false);
    }
    default:
      return assertNever(field);
  }
}

import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import { quoted } from './filter-words.ts';
import type { DateReader } from './match-instant.ts';
import { readFilter } from './match-text.ts';
import type { TicketQuery } from './query.ts';
import { planNames, plansNamed } from './ticket-index.ts';
import { byOpening, SORT_COLUMNS } from './ticket-sort.ts';
import type { TicketSort } from './ticket-sort.ts';
import { metricNames } from './verdict.ts';

export type ReadQuery =
  | { readonly kind: 'query'; readonly query: TicketQuery }
  | { readonly kind: 'problem'; readonly message: string };

/**
 * A whole query as text, for a file or a command line: a line a filter, and among its words `metric:resolve` and
 * `sort:late:Premium`, with a `-` before the column where the largest stands first. `#` begins a comment line.
 */
export function readQuery(outcome: Outcome, dates: DateReader, text: string): ReadQuery {
  const metrics = metricNames(outcome);
  let metric = metrics[0] ?? '';
  let sort = byOpening;
  const filters: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const words = line.trim().match(/(?:"[^"]*"?|[^\s"])+/g) ?? [];
    const rest: string[] = [];
    for (const word of words) {
      const [, name, value = ''] = /^(metric|sort):(.*)$/i.exec(word) ?? [];
      const bare = value.replaceAll('"', '').toLowerCase();
      if (name?.toLowerCase() === 'metric') {
        const found = metrics.find((one) => one.toLowerCase() === bare);
        if (found === undefined) return problem(`no metric \`${value}\`: ${metrics.join(', ')}`);
        metric = found;
      } else if (name?.toLowerCase() === 'sort') {
        const found = readSort(outcome, bare);
        if (typeof found === 'string') return problem(found);
        sort = found;
      } else rest.push(word);
    }
    if (rest.length > 0) filters.push(rest.join(' '));
  }
  for (const filter of filters) {
    const read = readFilter({ outcome, metric, dates }, filter);
    if (read.kind === 'problem') return read;
  }
  return { kind: 'query', query: { metric, filters, sort } };
}

function readSort(outcome: Outcome, text: string): TicketSort | string {
  const [, minus, column = '', plan] = /^(-?)([a-z]*)(?::(.*))?$/.exec(text) ?? [];
  const by = SORT_COLUMNS.find((one) => one === column);
  if (by === undefined) {
    const near = nearestWord(column, SORT_COLUMNS);
    return `no column \`${text}\` to sort by: ${near === null ? SORT_COLUMNS.join(', ') : `did you mean \`${near}\`?`}`;
  }
  const descending = minus === '-';
  if (plan === undefined || plan === '') return { by, plan: null, descending };
  const names = planNames(outcome);
  const [place] = plansNamed(names, plan);
  if (place === undefined) return `no plan \`${plan}\`: ${names.join(', ')}`;
  return { by, plan: place, descending };
}

/** The settings of a query as words: `metric:resolve sort:-late:Premium`. */
export function settingWords(outcome: Outcome, { metric, sort }: TicketQuery): readonly string[] {
  const plan = sort.plan === null ? '' : `:${quoted(planNames(outcome)[sort.plan] ?? '')}`;
  return [`metric:${quoted(metric)}`, `sort:${sort.descending ? '-' : ''}${sort.by}${plan}`];
}

/** The inverse of `readQuery`: a line of settings, then a line a filter. */
export function queryText(outcome: Outcome, query: TicketQuery): string {
  return [settingWords(outcome, query).join(' '), ...query.filters].map((line) => `${line}\n`).join('');
}

function problem(message: string): ReadQuery {
  return { kind: 'problem', message };
}

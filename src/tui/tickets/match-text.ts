import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import { STATUSES } from '../../simulate/outcome.ts';
import { filterWords } from './filter-words.ts';
import type { FilterWord } from './filter-words.ts';
import { matchInstant } from './match-instant.ts';
import type { DateReader } from './match-instant.ts';
import { matchElapsed } from './match-elapsed.ts';
import { planNames, plansNamed, ticketIndex } from './ticket-index.ts';
import { metricOf } from './verdict.ts';

/** What a filter asks, or why that cannot be told. */
export type Filter =
  | { readonly kind: 'test'; readonly passes: TicketTest }
  | { readonly kind: 'problem'; readonly message: string };

export type TicketTest = (ticket: number) => boolean;

/** What a filter is read against. */
export interface FilterContext {
  readonly outcome: Outcome;
  /** The metric whose verdicts, waits and delays are meant. */
  readonly metric: string;
  readonly dates: DateReader;
}

const TEXT_FIELDS = ['id', 'severity', 'region', 'channel', 'type', 'status'] as const;
type TextField = (typeof TEXT_FIELDS)[number];
/** Words that stand for a status under a plan, `missed:Premium`, or under any. */
const VERDICTS = ['met', 'missed', 'running'] as const;

export const FILTER_FIELDS: readonly string[] = [
  ...TEXT_FIELDS,
  ...VERDICTS,
  'differ',
  'wait',
  'late',
  'line',
  'held',
  'opened',
  'run',
];

/**
 * A filter typed by hand: words with a space between, all of which must match. A bare word matches a part of the
 * ticket's id, severity, region, channel, type or of its status under any plan, in any case of letters;
 * `severity:S1` asks one field alone. `missed`, `missed:Premium`, `differ` ask for verdicts; `wait>2h`,
 * `late:Premium>1d` for times; `opened:2026-06-12..2026-06-14` for dates. `!word` asks for those that do not match,
 * and a `!` standing alone in front for those that do not match the whole filter.
 */
export function readFilter(context: FilterContext, text: string): Filter {
  const inverse = /^\s*!\s/.test(text);
  const read = filterWords(text).map((word) => readWord(context, word));
  const problem = read.find((one) => one.kind === 'problem');
  if (problem !== undefined) return problem;
  const tests = read.flatMap((one) => (one.kind === 'test' ? [one.passes] : []));
  if (tests.length === 0) return { kind: 'test', passes: () => true };
  return { kind: 'test', passes: (ticket) => tests.every((passes) => passes(ticket)) !== inverse };
}

function readWord(context: FilterContext, word: FilterWord): Filter {
  const filter = word.quoted ? anyField(context, word.text) : readField(context, word.text);
  if (filter.kind === 'problem' || !word.inverse) return filter;
  return { kind: 'test', passes: (ticket) => !filter.passes(ticket) };
}

function readField(context: FilterContext, text: string): Filter {
  const special = matchElapsed(context, text) ?? matchInstant(context.outcome, context.dates, text);
  if (special !== null) return special;
  const [, name = '', part = ''] = /^([a-z]+):(.*)$/.exec(text) ?? [null, text, ''];
  const field = TEXT_FIELDS.find((one) => one === name);
  const verdict = VERDICTS.find((one) => one === name);
  if (text === 'differ') return test(differs(context));
  if (verdict !== undefined) return verdictOf(context, verdict, part);
  if (!text.includes(':')) return anyField(context, text);
  if (field !== undefined) return test(matchField(context, field, part, true));
  if (name === 'run' && /^\d+$/.test(part))
    return test((ticket) => context.outcome.tickets.run[ticket] === Number(part) - 1);
  if (name === 'run') return problem(`\`${text}\`: write the number of a run, such as run:2`);
  const near = nearestWord(name, FILTER_FIELDS);
  return name === text || name === ''
    ? anyField(context, text)
    : problem(
        `no field \`${name}\`: ${near === null ? FILTER_FIELDS.join(', ') : `did you mean \`${near}\`?`}`,
      );
}

function anyField(context: FilterContext, part: string): Filter {
  // Most words mean one field: what can match no ticket is not asked of every one.
  const tests = TEXT_FIELDS.map((field) => matchField(context, field, part, false)).filter(
    (one) => one !== never,
  );
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return test(only);
  return test((ticket) => tests.some((passes) => passes(ticket)));
}

/** `missed` under any plan, `missed:Premium` under that one. */
function verdictOf(context: FilterContext, status: (typeof VERDICTS)[number], plan: string): Filter {
  const { outcome, metric } = context;
  const code = STATUSES.indexOf(status);
  const names = planNames(outcome);
  const plans = plan === '' ? names.map((_, place) => place) : plansNamed(names, plan);
  if (plan !== '' && plans.length === 0) return problem(`no plan \`${plan}\`: ${names.join(', ')}`);
  const columns = plans.flatMap((place) => metricOf(outcome, place, metric)?.status ?? []);
  return test((ticket) => columns.some((column) => column[ticket] === code));
}

/** Kept by one plan and missed by another: what the choice of the plan decides. */
function differs({ outcome, metric }: FilterContext): TicketTest {
  const columns = outcome.plans.flatMap((_, plan) => metricOf(outcome, plan, metric)?.status ?? []);
  const [met, missed] = [STATUSES.indexOf('met'), STATUSES.indexOf('missed')];
  return (ticket) =>
    columns.some((column) => column[ticket] === met) && columns.some((column) => column[ticket] === missed);
}

function matchField(
  { outcome, metric }: FilterContext,
  field: TextField,
  part: string,
  only: boolean,
): TicketTest {
  const { tickets, plan } = outcome;
  switch (field) {
    case 'id': {
      const { ids } = ticketIndex(outcome);
      // A whole name is that ticket, and not 1-10 as well as 1-1.
      if (only && ids.includes(part)) return (ticket) => ids[ticket] === part;
      return (ticket) => ids[ticket]?.includes(part) === true;
    }
    case 'severity':
      return namedIn(plan.severities, tickets.severity, part);
    case 'region':
      return namedIn(plan.regions, tickets.region, part);
    case 'channel':
      return namedIn(plan.channels, tickets.channel, part);
    case 'type':
      return namedIn(plan.types, tickets.type, part);
    case 'status': {
      const wanted = wantedNames(
        STATUSES.map((name) => [name]),
        part,
      );
      if (!wanted.includes(true)) return never;
      const columns = outcome.plans.flatMap((_, index) => metricOf(outcome, index, metric)?.status ?? []);
      return (ticket) => columns.some((status) => wanted[status[ticket] ?? -1] ?? false);
    }
  }
}

function namedIn(
  list: readonly { readonly name: string; readonly aliases: readonly string[] }[],
  column: ArrayLike<number>,
  part: string,
): TicketTest {
  const wanted = wantedNames(
    list.map((one) => [one.name, ...one.aliases]),
    part,
  );
  const without = part === 'none';
  if (!without && !wanted.includes(true)) return never;
  return (ticket) => {
    const index = column[ticket] ?? -1;
    return index < 0 ? without : (wanted[index] ?? false);
  };
}

/** Which of a list are meant: the one with exactly that name where there is one, else all that have it as a part. */
function wantedNames(list: readonly (readonly string[])[], part: string): readonly boolean[] {
  const exact = list.map((names) => names.some((name) => name.toLowerCase() === part));
  return exact.includes(true)
    ? exact
    : list.map((names) => names.some((name) => name.toLowerCase().includes(part)));
}

const never: TicketTest = () => false;

function test(passes: TicketTest): Filter {
  return { kind: 'test', passes };
}

function problem(message: string): Filter {
  return { kind: 'problem', message };
}

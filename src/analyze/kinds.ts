import type { Engine, TicketKey } from '../engine/index.ts';
import type { CompiledPlan, PlanName, PlanSelector } from '../plan/model.ts';
import { ticketsToldApart } from './tickets.ts';

/** What the kinds of tickets are told apart by, in the order in which a kind is named. */
export const DIMENSIONS = ['severity', 'region', 'channel', 'type'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/**
 * A kind of ticket in the contract's words. Of a dimension null stands for a ticket that nothing tells apart in it: of
 * whatever region, of no channel that is named.
 */
export interface Kind {
  readonly named: Readonly<Record<Dimension, string | null>>;
  /** Values of declared facts, by name; of a yes-or-no fact `yes` or `no`. */
  readonly facts: ReadonlyMap<string, string>;
}

/**
 * The kinds of tickets that the lines of several contracts tell apart for some metrics. What one contract alone tells apart
 * is a kind for all of them. Severities are the same where one has a name or another word of the other.
 */
export function kindsOf(engines: readonly Engine[], metrics: readonly string[]): readonly Kind[] {
  const told = engines.flatMap(({ plan }) => {
    const whens = plan.plans.flatMap(({ targets }) =>
      targets.filter((target) => metrics.includes(target.metric)).map(({ when }) => when),
    );
    return ticketsToldApart(plan, whens).map((ticket) => kindOf(plan, whens, ticket));
  });
  const sameWords = engines.length > 1 ? told.map((kind) => withFirstName(engines, kind)) : told;
  const spread = spreadOver(sameWords, ['severity', 'region']);
  const byKey = new Map(spread.map((kind) => [keyOf(kind), kind]));
  return [...byKey.values()];
}

/** The ticket of a kind in a contract; null where that knows no such severity or region. */
export function ticketOf(plan: CompiledPlan, { named, facts }: Kind): TicketKey | null {
  const index = (entries: readonly PlanName[], name: string | null) =>
    name === null ? -1 : entries.findIndex((entry) => isCalled(entry, name));
  const severity = index(plan.severities, named.severity);
  const region = named.region === null ? 0 : index(plan.regions, named.region);
  const isUnknown =
    (severity === -1 && plan.severities.length > 0) || (region === -1 && plan.regions.length > 0);
  if (isUnknown) return null;
  return {
    severity,
    region,
    channel: index(plan.channels, named.channel),
    type: index(plan.types, named.type),
    facts: plan.facts.map(({ name, type }) => {
      const said = facts.get(name);
      if (said === undefined) return -1;
      return type.kind === 'words' ? type.words.indexOf(said) : said === 'yes' ? 0 : 1;
    }),
  };
}

export function isCalled({ name, aliases }: PlanName, word: string): boolean {
  const lower = word.toLowerCase();
  return [name, ...aliases].some((own) => own.toLowerCase() === lower);
}

function kindOf(plan: CompiledPlan, whens: readonly PlanSelector[], ticket: TicketKey): Kind {
  const tellsRegions = whens.some(({ regions }) => regions !== null);
  return {
    named: {
      severity: plan.severities[ticket.severity]?.name ?? null,
      region: tellsRegions ? (plan.regions[ticket.region]?.name ?? null) : null,
      channel: plan.channels[ticket.channel]?.name ?? null,
      type: plan.types[ticket.type]?.name ?? null,
    },
    facts: new Map(
      plan.facts.flatMap(({ name, type }, i) => {
        const value = ticket.facts[i] ?? -1;
        if (value === -1) return [];
        const word = type.kind === 'words' ? (type.words[value] ?? '') : value === 0 ? 'yes' : 'no';
        return [[name, word] as const];
      }),
    ),
  };
}

/** The severity by the name that the first of the contracts has for it. */
function withFirstName(engines: readonly Engine[], kind: Kind): Kind {
  const { severity } = kind.named;
  if (severity === null) return kind;
  const own = engines.flatMap(({ plan }) => plan.severities).find((entry) => isCalled(entry, severity));
  return { ...kind, named: { ...kind.named, severity: own?.name ?? severity } };
}

/** A kind that says nothing of what other kinds are told apart by stands for each of those. */
function spreadOver(kinds: readonly Kind[], dimensions: readonly Dimension[]): readonly Kind[] {
  return dimensions.reduce((all, dimension) => {
    const values = [...new Set(all.flatMap(({ named }) => named[dimension] ?? []))];
    if (values.length === 0) return all;
    return all.flatMap((kind) =>
      kind.named[dimension] !== null
        ? [kind]
        : values.map((value) => ({ ...kind, named: { ...kind.named, [dimension]: value } })),
    );
  }, kinds);
}

function keyOf({ named, facts }: Kind): string {
  return JSON.stringify([DIMENSIONS.map((dimension) => named[dimension]), [...facts]]);
}

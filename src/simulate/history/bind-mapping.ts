/** The names that a mapping gives to things of a contract, looked up in the contract. */
import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { CompiledPlan, PlanName } from '../../plan/model.ts';
import { VALUE_NAMES } from './history.ts';
import type { HistoryTicket, ValueName } from './history.ts';
import type { TicketMapping, ValueRule } from './mapping.ts';
import type { MappingProblem } from './mapping-fields.ts';

export interface BoundMapping {
  /**
   * Index of a ticket's severity (region, …) in the contract's list. -1 where the ticket has none, or the contract
   * tells none apart; null for a word that is not the contract's, which only a column without a table can bring.
   */
  indexOf(what: ValueName, ticket: HistoryTicket): number | null;
  /** Index of a severity that the log names in the middle of a ticket's life; -1 for none of the contract's. */
  severityOf(name: string): number;
}

export type BindMapping =
  | { readonly kind: 'bound'; readonly bound: BoundMapping }
  | { readonly kind: 'problems'; readonly problems: readonly MappingProblem[] };

/** What the contract has of each kind. */
export function namesOf(plan: CompiledPlan): { readonly [what in ValueName]: readonly PlanName[] } {
  return { severity: plan.severities, region: plan.regions, channel: plan.channels, type: plan.types };
}

export function bindMapping(mapping: TicketMapping, plan: CompiledPlan): BindMapping {
  const problems: MappingProblem[] = [];
  const names = namesOf(plan);
  for (const what of VALUE_NAMES) {
    const rule = mapping[what];
    if (names[what].length === 0) continue;
    if (rule !== null) problems.push(...foreignNames(what, rule, names[what]));
    else if (what === 'region') problems.push(noRegion(names.region));
  }
  problems.push(...misspeltMetrics(mapping, plan), ...misspeltStates(mapping, plan));
  if (problems.length > 0) return { kind: 'problems', problems };

  const lookUps = Object.fromEntries(VALUE_NAMES.map((what) => [what, lookUpTable(names[what])]));
  const rankOf = (what: ValueName, name: string) =>
    what === 'severity' ? placeOfRank(name, names.severity) : undefined;
  return {
    kind: 'bound',
    bound: {
      indexOf(what, ticket) {
        const name = ticket[what];
        if (name === null || names[what].length === 0) return -1;
        return lookUps[what]?.get(name.toLowerCase()) ?? rankOf(what, name) ?? null;
      },
      severityOf: (name) => lookUps['severity']?.get(name.toLowerCase()) ?? rankOf('severity', name) ?? -1,
    },
  };
}

/** Names and aliases, in any case, to indexes. A name goes before another entry's alias. */
export function lookUpTable(names: readonly PlanName[]): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  names.forEach(({ aliases }, index) => aliases.forEach((alias) => table.set(alias.toLowerCase(), index)));
  names.forEach(({ name }, index) => table.set(name.toLowerCase(), index));
  return table;
}

/**
 * A rank such as `#2`, the second of the contract's list: severities that help desks number alike. A rank beyond the last
 * is the last.
 */
export function placeOfRank(text: string, names: readonly PlanName[]): number | undefined {
  const rank = /^#([1-9]\d?)$/.exec(text)?.[1];
  return rank === undefined || names.length === 0 ? undefined : Math.min(Number(rank), names.length) - 1;
}

function foreignNames(what: ValueName, rule: ValueRule, names: readonly PlanName[]): MappingProblem[] {
  const table = lookUpTable(names);
  const said =
    rule.kind === 'constant'
      ? [{ at: `${what}.constant`, name: rule.name }]
      : [
          ...[...(rule.values ?? [])].map(([word, name]) => ({ at: `${what}.values.${word}`, name })),
          ...(rule.absent === null ? [] : [{ at: `${what}.absent`, name: rule.absent }]),
        ];
  const foreign = said
    .filter(({ name }) => !table.has(name.toLowerCase()))
    .filter(({ name }) => what !== 'severity' || placeOfRank(name, names) === undefined);
  const [first, ...others] = foreign;
  if (first === undefined) return [];
  const known = wordsOf(names.map(({ name }) => name));
  if (others.length > 0) {
    // A mapping for another contract: one thing to do, said once.
    const unknown = wordsOf([...new Set(foreign.map(({ name }) => name))]);
    return [
      {
        at: rule.kind === 'column' && rule.values !== null ? `${what}.values` : what,
        message: `the contract has no ${PLURALS[what]} ${unknown}`,
        help: `it has ${known}: write these${what === 'severity' ? ', or the rank, `#1` for its most severe, which suits any contract' : ''}`,
      },
    ];
  }
  const { at, name } = first;
  const near = nearestWord(
    name,
    names.map((each) => each.name),
  );
  return [
    {
      at,
      message: `the contract has no ${what} \`${name}\``,
      help: `${near === null ? '' : `did you mean \`${near}\`? `}it has ${known}`,
    },
  ];
}

const PLURALS: { readonly [what in ValueName]: string } = {
  severity: 'severities',
  region: 'regions',
  channel: 'channels',
  type: 'types',
};

function wordsOf(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function noRegion(regions: readonly PlanName[]): MappingProblem {
  const example = regions[0]?.name ?? '';
  return {
    at: 'region',
    message: 'is missing, and the contract’s terms depend on the region',
    help: `where the log does not tell, state one: \`"region": { "constant": "${example}" }\`, or \`--region ${example}\``,
  };
}

/** A state or event of which the contract does not speak changes nothing; a slip in one that it has is a slip. */
function misspeltStates({ states, events }: TicketMapping, plan: CompiledPlan): MappingProblem[] {
  const declared = {
    state: [
      ...plan.conduct.states.map(({ name }) => name),
      ...plan.clocks.flatMap(({ pausesWhile }) => pausesWhile),
    ],
    event: [
      ...plan.conduct.events.map(({ name }) => name),
      ...plan.clocks.flatMap(({ startsOn, stopsOn }) => [...startsOn, ...stopsOn]),
      'reopened',
      'closed',
      'cancelled',
    ],
  };
  const said = [
    ...states.map(({ state }) => ({ kind: 'state' as const, at: `states.${state}`, name: state })),
    ...events.map(({ event }) => ({ kind: 'event' as const, at: `events.${event}`, name: event })),
  ];
  return said.flatMap(({ kind, at, name }) => {
    if (declared[kind].includes(name)) return [];
    const near = nearestWord(name, declared[kind]);
    if (near === null || said.some((other) => other.name === near)) return [];
    return [{ at, message: `the contract has no ${kind} \`${name}\``, help: `did you mean \`${near}\`?` }];
  });
}

/** A stop for a metric that the contract lacks is allowed, since one mapping serves many contracts; a slip is not. */
function misspeltMetrics(mapping: TicketMapping, plan: CompiledPlan): MappingProblem[] {
  return mapping.stops
    .filter(({ metric }) => !plan.metrics.includes(metric))
    .flatMap(({ metric }) => {
      const near = nearestWord(metric, plan.metrics);
      if (near === null || mapping.stops.some((stop) => stop.metric === near)) return [];
      return [
        {
          at: `stops.${metric}`,
          message: `the contract has no metric \`${metric}\``,
          help: `did you mean \`${near}\`?`,
        },
      ];
    });
}

import type { NameNode } from '../syntax/tree.ts';
import { type CheckContext, report } from './context.ts';
import { admitted, dimensionOfFact, factOf, TICKET_DIMENSIONS, type Dimension } from './dimensions.ts';
import type { ArrivalEvent, ArrivalStream, Desk, Team, WorkStep } from './simulation-model.ts';

/** One thing that is said of a ticket; null where the ticket says nothing of it. */
export interface SaidOfKind {
  readonly of: Dimension;
  readonly name: string | null;
}

/**
 * The fewest things said of a ticket for which none of the teams serves it, the first in the order given among as few; null
 * where a team serves it.
 */
export function unservedPart(
  teams: readonly Team[],
  kind: readonly SaidOfKind[],
): readonly SaidOfKind[] | null {
  const refusing = kind
    .map((said) => ({ said, teams: new Set(teams.filter((team) => !admits(team, said))) }))
    .filter((each) => each.teams.size > 0);
  const refused = (parts: readonly (typeof refusing)[number][]) =>
    teams.every((team) => parts.some((part) => part.teams.has(team)));
  if (!refused(refusing)) return null;
  for (let size = 0; size <= refusing.length; size += 1)
    for (const parts of subsets(refusing, size)) if (refused(parts)) return parts.map(({ said }) => said);
  return null;
}

/** `P1`, `channel chat`, `language fr`, `no channel`. */
export function wordsOfKind(kind: readonly SaidOfKind[]): string {
  if (kind.length === 0) return 'any ticket';
  return kind
    .map(({ of, name }) => {
      const what = factOf(of) ?? SINGULAR[of as keyof typeof SINGULAR];
      return name === null ? `no ${what}` : `${what} \`${name}\``;
    })
    .join(', ');
}

const SINGULAR = { regions: 'region', severities: 'severity', channels: 'channel', types: 'type' } as const;

/** The teams that may do a step. */
export function teamsOfStep({ teams }: Desk, step: Pick<WorkStep, 'teams'>): readonly Team[] {
  return teams.filter(({ name }) => step.teams?.includes(name) ?? true);
}

/** More kinds than these are left to the run, which tells of those that came. */
const MOST_KINDS = 20_000;
const MOST_TOLD = 4;

/** Reports steps that no team does for some of the tickets that are written to come. What a log brings, the run tells. */
export function reportUnserved(
  context: CheckContext,
  desk: Desk,
  arrivals: readonly ArrivalStream[],
  steps: readonly { readonly step: WorkStep; readonly name: NameNode }[],
): void {
  const sources = arrivals.flatMap((stream) =>
    stream.log === null ? [mixOf(stream, stream), ...stream.events.map((event) => mixOf(stream, event))] : [],
  );
  const told = new Set<string>();
  for (const { step, name } of steps) {
    if (step.kind === 'wait') continue;
    const teams = teamsOfStep(desk, step);
    const found = new Set(sources.flatMap((mix) => unservedOf(teams, mix)).map(wordsOfKind));
    const kinds = [...found].filter((words) => !told.has(words));
    if (kinds.length === 0) continue;
    for (const words of kinds) told.add(words);
    report(context, 'simulation/unserved', name.span, {
      step: name.text,
      kinds: kinds.slice(0, MOST_TOLD),
      others: Math.max(0, kinds.length - MOST_TOLD),
    });
  }
}

type Mix = ReadonlyMap<Dimension, readonly (string | null)[]>;

function mixOf(stream: ArrivalStream, source: ArrivalStream | ArrivalEvent): Mix {
  const names = (shares: readonly { readonly name: string }[], otherwise: string | null = null) =>
    shares.length === 0 ? [otherwise] : shares.map(({ name }) => name);
  return new Map<Dimension, readonly (string | null)[]>([
    ['severities', names(source.severities)],
    ['regions', names(source.regions, stream.region)],
    ['channels', names(source.channels)],
    ['types', names(source.types)],
    ...source.facts.map(({ fact, shares }) => [dimensionOfFact(fact), names(shares)] as const),
  ]);
}

function unservedOf(teams: readonly Team[], mix: Mix): readonly (readonly SaidOfKind[])[] {
  const narrowed = dimensionsOf(teams).map((of) => ({ of, names: mix.get(of) ?? [null] }));
  if (narrowed.reduce((count, { names }) => count * names.length, 1) > MOST_KINDS) return [];
  const kinds = narrowed.reduce<readonly (readonly SaidOfKind[])[]>(
    (before, { of, names }) => before.flatMap((kind) => names.map((name) => [...kind, { of, name }])),
    [[]],
  );
  return kinds.flatMap((kind) => {
    const part = unservedPart(teams, kind);
    return part === null ? [] : [part];
  });
}

/** What some team is kept to, severities first. */
export function dimensionsOf(teams: readonly Team[]): readonly Dimension[] {
  const order: readonly Dimension[] = [
    'severities',
    ...TICKET_DIMENSIONS.filter((dimension) => dimension !== 'severities'),
    ...new Set(teams.flatMap(({ facts }) => facts.map(({ fact }) => dimensionOfFact(fact)))),
  ];
  return order.filter((of) => teams.some((team) => namesServed(team, of) !== null));
}

function admits(team: Team, { of, name }: SaidOfKind): boolean {
  const names = namesServed(team, of);
  return names === null || (name !== null && names.includes(name));
}

function namesServed(team: Team, of: Dimension): readonly string[] | null {
  return admitted({ ...team, opened: [] }, of);
}

function* subsets<T>(of: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) yield [];
  else
    for (let i = from; i <= of.length - size; i += 1)
      for (const rest of subsets(of, size - 1, i + 1)) yield [of[i] as T, ...rest];
}

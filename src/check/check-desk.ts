import type { DeskClauseNode, DeskNode, NameNode, PatienceNode, TeamNode } from '../syntax/tree.ts';
import { distinctionsOf, ticketNames } from './calendar-keys.ts';
import { checkCalendarName } from './check-calendar-name.ts';
import { count } from './check-count.ts';
import { checkPay } from './check-customer.ts';
import { checkSelector } from './check-selector.ts';
import { checkTeamNames } from './check-team-names.ts';
import { checkTimes } from './check-times.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import { admitted, factOf, narrowedIn } from './dimensions.ts';
import type { CheckedCalendar } from './model.ts';
import type { Scope } from './scope.ts';
import type { AtClose, Desk, Share, Team } from './simulation-model.ts';

type ClauseOf<K extends DeskClauseNode['kind']> = Extract<DeskClauseNode, { readonly kind: K }>;

/** What is known around a desk. */
export interface DeskSurroundings {
  readonly calendars: readonly CheckedCalendar[];
  readonly severities: readonly string[];
  /** Facts of which some tickets say something. */
  readonly saidFacts: ReadonlySet<string>;
}

/** The desk of a simulation; null, and findings, where something of it is missing or wrong. */
export function checkDesk(
  context: CheckContext,
  scope: Scope,
  node: DeskNode,
  patience: PatienceNode | null,
  known: DeskSurroundings,
): Desk | null {
  const { calendars, severities, saidFacts } = known;
  const inner = within(context, 'desk');
  const all = <K extends DeskClauseNode['kind']>(kind: K) =>
    node.clauses.filter((clause): clause is ClauseOf<K> => clause.kind === kind);
  const one = <K extends 'takes' | 'interrupt' | 'room'>(kind: K): ClauseOf<K> | null => {
    const found: readonly DeskClauseNode[] = all(kind);
    const [, second] = found;
    if (second !== undefined) report(inner, 'simulation/clause-twice', second.span, { clause: kind });
    return (found[0] as ClauseOf<K> | undefined) ?? null;
  };
  const named = all('team');
  reportTeamsTwice(inner, named);
  const names = named.map(({ name }) => name);
  const away = ofTeams(inner, names, all('shrinkage'), 'shrinkage', (clause) => shareAway(inner, clause));
  const atClose = ofTeams(inner, names, all('closing'), 'closing', (clause) =>
    atCloseOf(inner, clause, names),
  );
  const teams = named.map((team) =>
    checkTeam(inner, scope, team, calendars, saidFacts, {
      away: away.get(team.name.text) ?? 0,
      atClose: atClose.get(team.name.text) ?? { kind: 'resume' },
    }),
  );
  reportHandedToItself(inner, all('closing'), atClose);
  const takes = one('takes');
  for (const [missing, present] of [
    ['team', teams.length > 0],
    ['takes', takes !== null],
  ] as const) {
    if (!present && !node.broken)
      report(inner, 'simulation/incomplete', node.span, { missing, of: 'the desk' });
  }
  const interrupt = one('interrupt');
  const room = one('room');
  const waiting = room === null ? null : count(inner, room.waiting, 'tickets', 0);
  if (takes?.allAtOnce === true) {
    const lines = [
      ...all('interrupt'),
      ...all('room'),
      ...all('closing'),
      ...(patience === null ? [] : [patience]),
    ];
    for (const { kind, span } of lines) report(inner, 'simulation/no-line', span, { clause: kind });
  }
  const weighs = takes !== null && takes.weights !== null;
  const weights = weighs ? checkWeights(inner, scope, takes, severities) : null;
  const interrupts = interrupt === null ? null : checkInterrupt(inner, scope, interrupt, takes);
  const ofPatience = within(context, 'patience');
  const times = patience === null ? [] : checkTimes(ofPatience, scope, patience.rows);
  for (const { distribution, span } of patience?.rows ?? [])
    if (distribution === null)
      report(ofPatience, 'simulation/work-until-described', span, { what: 'patience' });
  if (teams.length === 0 || teams.includes(null) || takes === null || times === null) return null;
  if (weighs && weights === null) return null;
  return {
    teams: teams.filter((team) => team !== null),
    discipline: takes.keys,
    allAtOnce: takes.allAtOnce,
    weights,
    room: waiting,
    patience: times,
    interrupts,
  };
}

/** What clauses say of the teams they name, or of all; one that names teams goes before one that names none. */
function ofTeams<C extends { readonly of: readonly NameNode[] | null } & Pick<DeskNode, 'span'>, T>(
  context: CheckContext,
  teams: readonly NameNode[],
  clauses: readonly C[],
  what: string,
  read: (clause: C) => T | null,
): ReadonlyMap<string, T> {
  const general = new Map<string, T>();
  const special = new Map<string, T>();
  for (const clause of clauses) {
    const said = read(clause);
    const to = clause.of === null ? general : special;
    const of = clause.of === null ? teams.map(({ text }) => text) : checkTeamNames(context, clause.of, teams);
    if (said === null || of === null) continue;
    const twice = of.find((team) => to.has(team));
    if (twice !== undefined)
      report(context, 'simulation/clause-twice', clause.span, {
        clause: clause.of === null ? what : `${what} of "${twice}"`,
      });
    for (const team of of) to.set(team, said);
  }
  return new Map([...general, ...special]);
}

function shareAway(context: CheckContext, { share }: ClauseOf<'shrinkage'>): number | null {
  const away = Number(share.text) / 100;
  if (away < 1) return away;
  report(context, 'simulation/shrinkage', share.span, { share: share.text });
  return null;
}

function atCloseOf(
  context: CheckContext,
  clause: ClauseOf<'closing'>,
  teams: readonly NameNode[],
): AtClose | null {
  if (clause.does !== 'hand over') return { kind: clause.does };
  const to = checkTeamNames(context, clause.to, teams);
  return to === null ? null : { kind: 'hand over', to };
}

function reportHandedToItself(
  context: CheckContext,
  clauses: readonly ClauseOf<'closing'>[],
  atClose: ReadonlyMap<string, AtClose>,
): void {
  for (const [team, does] of atClose) {
    if (does.kind !== 'hand over' || !does.to.includes(team)) continue;
    const at = clauses
      .filter(({ of }) => of === null || of.some(({ text }) => text === team))
      .flatMap(({ to }) => to)
      .find(({ text }) => text === team);
    if (at !== undefined) report(context, 'simulation/handed-to-itself', at.span, { team });
  }
}

function reportTeamsTwice(context: CheckContext, teams: readonly TeamNode[]): void {
  const seen = new Set<string>();
  for (const { name } of teams) {
    if (seen.has(name.text)) report(context, 'simulation/team-twice', name.span, { team: name.text });
    seen.add(name.text);
  }
}

/** What age weighs, by the name of each severity. */
function checkWeights(
  context: CheckContext,
  scope: Scope,
  takes: ClauseOf<'takes'>,
  severities: readonly string[],
): readonly Share[] | null {
  const weights = (takes.weights ?? []).map(({ name, weight }) => ({
    name: scope.resolve(context, 'severity', name),
    weight: Number(weight.text),
  }));
  const whole = weights.flatMap(({ name, weight }) => (name === null ? [] : [{ name, weight }]));
  if (whole.length < weights.length) return null;
  const left = severities.filter(
    (severity) => !whole.some(({ name, weight }) => name === severity && weight > 0),
  );
  if (left.length === 0) return whole;
  report(context, 'simulation/weightless', takes.span, { severities: left });
  return null;
}

function checkInterrupt(
  context: CheckContext,
  scope: Scope,
  node: ClauseOf<'interrupt'>,
  takes: ClauseOf<'takes'> | null,
): Desk['interrupts'] {
  const severities = node.severities.flatMap((name) => scope.resolve(context, 'severity', name) ?? []);
  if (takes !== null && takes.keys[0] !== 'severity')
    report(context, 'simulation/interrupts-first', node.span, {});
  return { severities, then: node.then };
}

function checkTeam(
  context: CheckContext,
  scope: Scope,
  node: TeamNode,
  calendars: readonly CheckedCalendar[],
  saidFacts: ReadonlySet<string>,
  said: Pick<Team, 'away' | 'atClose'>,
): Team | null {
  const agents = count(context, node.agents, 'agents', 1);
  const calendar = checkCalendarName(context, scope, node.calendar);
  const when = checkSelector(context, scope, node.for);
  const pay = node.pay === null ? null : checkPay(context, node.pay);
  if (agents === null || calendar === null || when === null || (node.pay !== null && pay === null))
    return null;
  const further = narrowedIn(when).find((dimension) => {
    const fact = factOf(dimension);
    return fact !== null && !saidFacts.has(fact);
  });
  if (further !== undefined && node.for !== null) {
    const names = admitted(when, further)?.join(', ') ?? '';
    report(context, 'simulation/team-narrowed', node.for.span, {
      team: node.name.text,
      fact: factOf(further) ?? '',
      names,
    });
    return null;
  }
  const names = ticketNames({
    regions: ['region'],
    severities: [],
    channels: [],
    types: [],
    facts: scope.facts(),
  });
  const byName = new Map(calendars.map((known) => [known.name, known]));
  const dependsOn = [...distinctionsOf(byName, calendar, names).values()];
  if (dependsOn.some((distinct) => distinct.size > 0)) {
    report(context, 'simulation/shift-by-region', node.calendar.span, { calendar });
    return null;
  }
  const { regions, severities, channels, types, facts } = when;
  return {
    name: node.name.text,
    agents,
    calendar,
    regions,
    severities,
    channels,
    types,
    facts,
    ...said,
    pay,
    origin: originOf(context, node.span),
  };
}

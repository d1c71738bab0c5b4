import type { CheckedSimulation, Team } from '../../check/simulation-model.ts';
import type { CompiledPlan, PlanName, PlanSelector } from '../../plan/model.ts';
import { factChoice, indexOfName } from '../arrivals/prepare-streams.ts';
import { factsOfTicket } from '../ticket-facts.ts';
import { kindsOf, type TicketKinds } from '../ticket-kinds.ts';
import type { DeskWork } from './desk-model.ts';

/** Who may take a ticket, as indexes of the plan's lists; null for all. */
interface Served {
  readonly severity: readonly number[] | null;
  readonly region: readonly number[] | null;
  readonly channel: readonly number[] | null;
  readonly type: readonly number[] | null;
  /** All must hold: a ticket that says nothing of a fact is not served where the team is kept to it. */
  readonly facts: PlanSelector['facts'];
}

/** What every team serves, which teams do each step, and to whom each hands over, in indexes. */
export interface Skills {
  readonly served: readonly Served[];
  readonly ofStep: readonly (readonly number[])[];
  readonly successors: readonly (readonly number[])[];
}

export type Assignment = Pick<DeskWork, 'groups' | 'groupOf' | 'successorsOf'> & {
  /** Tells of a ticket that is of another severity now. */
  readonly moved: (ticket: number, severity: number) => void;
};

export function prepareSkills(
  { desk }: CheckedSimulation,
  work: CheckedSimulation['work'],
  plan: CompiledPlan,
): Skills {
  const { teams } = desk;
  const indexes = (names: readonly string[] | null): readonly number[] =>
    [...teams.keys()].filter((i) => names === null || names.includes(teams[i]?.name ?? ''));
  return {
    served: teams.map((team) => servedBy(team, plan)),
    ofStep: work.map((step) => indexes(step.teams)),
    successors: teams.map(({ atClose }) => (atClose.kind === 'hand over' ? indexes(atClose.to) : [])),
  };
}

function servedBy(team: Team, plan: CompiledPlan): Served {
  const among = (names: readonly string[] | null, list: readonly PlanName[]) =>
    names?.map((name) => indexOfName(list, name)) ?? null;
  return {
    severity: among(team.severities, plan.severities),
    region: among(team.regions, plan.regions),
    channel: among(team.channels, plan.channels),
    type: among(team.types, plan.types),
    facts: team.facts.map(({ fact, words }) => factChoice(plan, fact, words)),
  };
}

/**
 * The groups of teams that the tickets of a run wait for. Tickets of one kind are served by the same teams.
 * @param severities how many there are, where tickets may come to another one; 0 where they do not
 */
export function assignTeams(skills: Skills, tickets: TicketKinds, severities = 0): Assignment {
  const { ofStep, successors } = skills;
  const groups: number[][] = [];
  const groupByTeams = new Map<string, number>();
  const groupFor = (teams: readonly number[]): number => {
    const key = teams.join();
    const known = groupByTeams.get(key);
    if (known !== undefined) return known;
    groupByTeams.set(key, groups.length);
    return groups.push([...teams]) - 1;
  };
  const kinds = kindsOf(tickets);
  // A row a kind, or one for each severity that its tickets may have: its group in each step, then whom each team hands it over to.
  const rows: number[] = [];
  for (let kind = 0; kind < kinds.count; kind += 1) {
    const ticket = kinds.rows[kinds.starts[kind] as number] as number;
    const mayBe = severities === 0 ? [tickets.severity[ticket] as number] : Array(severities).keys();
    for (const severity of mayBe) {
      const serving = skills.served.map((served) => serves(served, tickets, ticket, severity));
      for (const teams of ofStep) rows.push(groupFor(teams.filter((team) => serving[team])));
      for (const teams of successors) {
        const able = teams.filter((team) => serving[team]);
        rows.push(able.length === 0 ? -1 : groupFor(able));
      }
    }
  }
  const table = Int32Array.from(rows);
  const width = ofStep.length + successors.length;
  const rowOf = new Int32Array(kinds.of.length);
  const placeOf = (ticket: number, severity: number): number => {
    const kind = kinds.of[ticket] as number;
    return width * (severities === 0 ? kind : kind * severities + severity);
  };
  for (let ticket = 0; ticket < rowOf.length; ticket += 1)
    rowOf[ticket] = placeOf(ticket, tickets.severity[ticket] as number);
  return {
    groups,
    groupOf: (ticket, step) => table[(rowOf[ticket] as number) + step] as number,
    successorsOf: (ticket, _, team) => table[(rowOf[ticket] as number) + ofStep.length + team] as number,
    moved: (ticket, severity) => (rowOf[ticket] = placeOf(ticket, severity)),
  };
}

function serves(served: Served, tickets: TicketKinds, ticket: number, severity: number): boolean {
  const said = served.facts.length === 0 ? [] : factsOfTicket(tickets.facts, ticket);
  return (
    (served.severity?.includes(severity) ?? true) &&
    (['region', 'channel', 'type'] as const).every(
      (kind) => served[kind]?.includes(tickets[kind][ticket] as number) ?? true,
    ) &&
    served.facts.every(({ fact, words }) => words.includes(said[fact] ?? -1))
  );
}

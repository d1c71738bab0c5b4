/**
 * Ten tickets of each simulation that is shipped, recomputed by the reference interpreter: when each promise fell due, when
 * its clock stopped, and whether it was kept, under every plan that is compared.
 */
import { fileURLToPath } from 'node:url';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import type { CheckedContract } from '../../src/check/model.ts';
import { loadPlan, type Engine } from '../../src/engine/index.ts';
import type { TicketEvent, TicketProgram } from '../../src/engine/ticket/index.ts';
import { clockOf } from '../../src/plan/clock-of.ts';
import { judgeTicket, type ReferenceEvent } from '../../src/reference/index.ts';
import { STATUSES, type Outcome } from '../../src/simulate/outcome.ts';
import { simulate } from '../../src/simulate/run.ts';
import { loadSimulation } from '../../src/workspace/load.ts';
import { SHIPPED } from './shipped.ts';

const TICKETS = 10;
/** The reference walks minute by minute. */
const LONGEST_MS = 120 * 86_400_000;
const MISSED = STATUSES.indexOf('missed');
const WORDS: readonly string[] = ['best effort', 'not offered', 'optional', 'unknown', 'as agreed'];

interface World {
  readonly outcome: Outcome;
  readonly engine: Engine;
  readonly contract: CheckedContract;
}

async function play(name: string): Promise<World> {
  const path = fileURLToPath(new URL(`../../simulations/${name}.sim`, import.meta.url));
  const { simulation, contract, plan } = await loadSimulation(path);
  if (simulation === null || contract === null) throw new Error(`${name}.sim has errors`);
  const compiled = plan();
  const engine = loadPlan(compiled);
  return {
    outcome: simulate({ ...simulation, runs: Math.min(4, simulation.runs) }, compiled, engine),
    engine,
    contract,
  };
}

/** Of each severity in turn one that was missed under some plan, one that was not, and then others. */
function tenOf({ tickets, plans }: Outcome, severities: number): readonly number[] {
  const columns = plans.flatMap(({ metrics }) => metrics);
  const rows = Array.from({ length: tickets.count }, (_, row) => row).filter((row) =>
    columns.every(({ stopped, due }) =>
      [stopped, due].every((at) => !((at[row] as number) - (tickets.opened[row] as number) > LONGEST_MS)),
    ),
  );
  const wasMissed = (row: number) => columns.some(({ status }) => status[row] === MISSED);
  const queues = Array.from({ length: severities }, (_, severity) => {
    const own = rows.filter((row) => tickets.severity[row] === severity);
    const [missed, kept] = [own.filter(wasMissed), own.filter((row) => !wasMissed(row))];
    return own.flatMap((_each, i) => [...missed.slice(i, i + 1), ...kept.slice(i, i + 1)]);
  });
  const turns = Array.from({ length: TICKETS }, (_, i) => queues.flatMap((queue) => queue.slice(i, i + 1)));
  return turns.flat().slice(0, TICKETS);
}

/** What happened to a ticket, by names. */
function storyOf({ outcome, engine }: World, place: number, row: number): readonly ReferenceEvent[] {
  const history = outcome.historyOf?.(place, row) ?? null;
  if (history !== null) return history.events.map((event) => named(event, history.program));
  const { tickets, plan, plans } = outcome;
  const nameOf = (list: readonly { readonly name: string }[], index: number) => list[index]?.name;
  const { plan: index, metrics } = plans[place]!;
  const planName = plan.plans[index]?.name ?? '';
  const [severity, region, channel, type] = [
    nameOf(plan.severities, tickets.severity[row] as number),
    nameOf(plan.regions, tickets.region[row] as number),
    plan.channels[tickets.channel[row] as number],
    plan.types[tickets.type[row] as number],
  ];
  const stops = metrics.flatMap(({ metric, stopped }): readonly ReferenceEvent[] => {
    const at = stopped[row] as number;
    const event = clockOf(engine.plan, planName, metric)?.stopsOn[0];
    return Number.isNaN(at) || event === undefined ? [] : [{ at, event }];
  });
  const opened = { at: tickets.opened[row] as number, event: 'opened', plan: planName };
  return [
    {
      ...opened,
      ...(severity === undefined ? {} : { severity }),
      ...(region === undefined ? {} : { region }),
      ...(channel === undefined ? {} : { channel: typeof channel === 'string' ? channel : '' }),
      ...(type === undefined ? {} : { type: typeof type === 'string' ? type : '' }),
    },
    ...stops,
  ];
}

function named({ at, kind, sets, state }: TicketEvent, program: TicketProgram): ReferenceEvent {
  const said: Record<string, string> = {};
  const facts: Record<string, string | number | boolean> = {};
  if (sets !== null) {
    for (const [key, entry] of program.said) {
      if (entry.kind === 'attribute') {
        const name = entry.names[sets[entry.of]];
        if (name !== undefined) said[entry.of] = name;
        continue;
      }
      const fact = sets.facts.find((each) => each.fact === entry.index);
      if (fact !== undefined) facts[key] = fact.value;
    }
  }
  return {
    at,
    event: program.eventNames[kind] ?? '',
    ...said,
    ...(state === -1 ? {} : { state: program.stateNames[state] ?? '' }),
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
  };
}

function byEngine({ plans }: Outcome, place: number, row: number) {
  return plans[place]!.metrics.map(({ metric, due, stopped, status }) => {
    const word = STATUSES[status[row] as number] ?? '';
    return {
      metric,
      due: instant(due[row] as number),
      stopped: instant(stopped[row] as number),
      status: WORDS.includes(word) ? 'a word' : word,
    };
  });
}

function byReference(world: World, place: number, row: number) {
  const story = storyOf(world, place, row);
  const verdict = judgeTicket([world.contract], story, Math.max(...story.map(({ at }) => at)));
  return world.outcome.plans[place]!.metrics.map(({ metric, stopped }) => {
    const runs = verdict?.clocks.filter((clock) => clock.metric === metric) ?? [];
    const clock = runs.find(({ status }) => status === 'missed') ?? runs.at(-1);
    const isWord = clock === undefined || clock.status === 'word' || isBeyondQuota(world, place, row);
    return {
      metric,
      due: instant(isWord ? NaN : (clock.due ?? NaN)),
      // Of a promise without a deadline the desk alone knows when its clock stopped.
      stopped: instant(isWord ? (stopped[row] as number) : (clock.stopped ?? NaN)),
      status: isWord ? 'a word' : clock.status,
    };
  });
}

/**
 * Whether a ticket is one more in its month than its plan has incidents. The reference keeps no ledger, so they are counted
 * here; of the shipped contracts Gold's alone takes promises away beyond a quota.
 */
function isBeyondQuota({ outcome, engine }: World, place: number, row: number): boolean {
  const quota = engine.plan.plans[outcome.plans[place]!.plan]?.quotas.find(
    ({ over, usedWhen, period }) =>
      over === 'best effort' && usedWhen === 'opened' && period?.unit === 'month',
  );
  if (quota === undefined) return false;
  const { run, opened } = outcome.tickets;
  const monthOf = (ticket: number) =>
    DateTime.fromMillis(opened[ticket] as number, { zone: quota.zone ?? 'Europe/Berlin' }).toFormat(
      'yyyy-MM',
    );
  let before = 0;
  for (let other = 0; other < row; other += 1)
    if (run[other] === run[row] && monthOf(other) === monthOf(row)) before += 1;
  return before >= Number(quota.amount);
}

function instant(at: number): string | null {
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

describe.each(SHIPPED)('ten tickets of %s.sim', (name) => {
  test('are due, stop and stand under each plan as the reference says', async () => {
    const world = await play(name);
    const { outcome, contract } = world;
    const rows = tenOf(outcome, contract.severities.length);
    expect(rows).toHaveLength(TICKETS);
    const severities = new Set(rows.map((row) => outcome.tickets.severity[row]));
    expect(severities.size).toBe(contract.severities.length);
    const seen = new Set<string>();
    outcome.plans.forEach((_, place) => {
      for (const row of rows) {
        const ours = byEngine(outcome, place, row);
        expect(byReference(world, place, row), `${outcome.tickets.id(row)}, plan ${place}`).toEqual(ours);
        for (const { status } of ours) seen.add(status);
      }
    });
    expect([...seen]).toEqual(expect.arrayContaining(['met', 'missed']));
  });
});

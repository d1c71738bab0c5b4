/** Each ticket that the linter shows is put to the reference interpreter, which knows nothing of lines and breaks. */
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CheckedContract } from '../../src/check/model.ts';
import { type Code, REGISTRY } from '../../src/diagnostics/registry.ts';
import type { Engine, TicketKey } from '../../src/engine/index.ts';
import { deadline, readCalendar, targetOf, type TicketFacts } from '../../src/reference/index.ts';
import { createSourceFile } from '../../src/text/source.ts';
import { loadContract, loadContractFrom } from '../../src/workspace/load.ts';
import { promisesOutOfOrder } from '../../src/workspace/promises-out-of-order.ts';
import { lower } from '../../src/plan/lower.ts';
import { checkText } from '../check/findings.ts';
import { contractFiles, corpusFiles } from '../corpus/load-corpus.ts';
import { randomFrom } from '../laws/random.ts';
import { loadStandIn } from '../../src/workspace/stand-in.ts';

/** The ticket in words, as a customer in the contract's own zone would open it. */
function factsOf({ plan }: Engine, ticket: TicketKey, zone: string | null): TicketFacts {
  return {
    severity: plan.severities[ticket.severity]?.name ?? null,
    region: plan.regions[ticket.region]?.name ?? null,
    channel: plan.channels[ticket.channel]?.name ?? null,
    type: plan.types[ticket.type]?.name ?? null,
    facts: new Map(
      plan.facts.flatMap(({ name, type }, i) => {
        const value = ticket.facts[i] ?? -1;
        if (value === -1) return [];
        return [[name, type.kind === 'words' ? (type.words[value] ?? '') : value === 0 ? 'yes' : 'no']];
      }),
    ),
    zone: zone ?? 'UTC',
    holidays: [],
  };
}

/** When a promise falls due by the reference; infinitely late where it has no deadline. */
function dueBy(
  contract: CheckedContract,
  plan: string,
  metric: string,
  facts: TicketFacts,
  opened: number,
): number {
  const promiseOf = (of: string) => targetOf(contract, plan, of, facts, opened)?.promise ?? null;
  const promise = promiseOf(metric);
  if (promise === null) return Infinity;
  const answer = deadline(contract, promise, facts, opened, promiseOf);
  return answer.kind === 'due' ? answer.due : Infinity;
}

function expectReplayed(contract: CheckedContract): number {
  const outOfOrder = promisesOutOfOrder(contract);
  if (outOfOrder === null) return 0;
  const { engine, all } = outOfOrder;
  for (const { is, doubt, found } of all) {
    const { plan, metric } = doubt.promise;
    const { ticket, apart } = found;
    const facts = factsOf(engine, ticket, contract.zone);
    const due = dueBy(contract, plan, metric, facts, apart.opened);
    const about = JSON.stringify([doubt, ticket, new Date(apart.opened)]);
    if (is === 'later') {
      const other = doubt.other;
      const otherFacts = { ...facts, severity: other.severity };
      const otherDue = dueBy(contract, other.plan, other.metric, otherFacts, apart.opened);
      expect([due, otherDue], about).toEqual([apart.due, apart.otherDue]);
      expect(due, about).toBeGreaterThan(otherDue);
    } else {
      const lines = contract.plans.find(({ name }) => name === plan)?.coverage ?? [];
      const line = lines.find(
        ({ origin }) => origin.line === found.covering?.line && doubt.activity !== null,
      );
      const cell = targetOf(contract, plan, metric, facts, apart.opened);
      const counted = cell?.promise.kind === 'days' ? cell.promise.calendar : '';
      const name = line?.hours.kind === 'calendar' ? line.hours.calendar : counted;
      const opens = readCalendar(contract, name, facts).nextOpen(apart.opened);
      expect([opens, due], about).toEqual([apart.due, apart.otherDue]);
      expect(opens, about).toBeGreaterThanOrEqual(due);
    }
  }
  return all.length;
}

describe('the tickets that show promises out of order', () => {
  test('are late in the reference interpreter as well, in all contracts of the project', async () => {
    const files = [...contractFiles(), ...corpusFiles('good'), ...corpusFiles('policies')];
    // One has hours of odd seconds, which the reference does not walk.
    const walked = files.filter((path) => path.endsWith('.plan') && basename(path) !== 'every-cell.plan');
    let shown = 0;
    for (const file of walked) {
      const { contract } = await loadContract(file);
      if (contract === null) throw new Error(`${basename(file)} has errors`);
      shown += expectReplayed(contract);
    }
    expect(shown).toBeGreaterThan(60);
  }, 300_000);

  test.each([
    'lint/slower-when-more-severe',
    'lint/worse-than-inherited',
    'lint/worse-than-lower-plan',
    'lint/respond-after-resolve',
    'lint/due-while-shut',
  ] satisfies Code[])('are late in it on the page of %s', async (code) => {
    const [wrong, right] = await Promise.all(
      [REGISTRY[code].page.wrong, REGISTRY[code].page.right].map(async (text) => {
        const { contract } = await loadContractFrom(createSourceFile('desk.plan', text));
        if (contract === null) throw new Error(`the page of ${code} has errors`);
        return expectReplayed(contract);
      }),
    );
    expect([wrong, right]).toEqual([1, 0]);
  });
});

const RUNS = Math.ceil(8 * Number(process.env['SURETY_LAW_RUNS'] ?? 1));
const SEED = Number(process.env['SURETY_SCAN_SEED'] ?? 7);
const SEVERITIES = ['P1', 'P2', 'P3'];
const PLANS = ['Basic', 'Better', 'Best', 'Other'];
const METRICS = ['acknowledge', 'respond', 'resolve'];
const REGIONS = ['EMEA', 'ANZ'];

/** A contract of three plans that extend one another and a fourth beside them, of cells drawn at random. */
function randomContract(seed: number): string {
  const random = randomFrom(seed);
  const of = <T>(...values: readonly T[]): T => values[random.below(values.length)] as T;
  const calendar = () => of('Office', 'Office', 'Wide', 'Cover', 'Graded', 'Local');
  const cell = (scale: number): string =>
    of(
      () => `${scale * (1 + random.below(6))} h`,
      () => `${scale * (1 + random.below(6))} h in ${calendar()}`,
      () => `${scale * (1 + random.below(6))} h in ${calendar()}`,
      () => `${scale * (1 + random.below(3))} business days in ${of('Office', 'Wide', 'Local')} at close`,
      () => `later of ${scale} h and ${1 + random.below(6)} h in ${calendar()}`,
      () => of('best effort', 'not offered', 'as agreed'),
    )();
  const table = (selector: string): string =>
    `  targets${selector} {\n    ${METRICS.join(' | ')}\n${SEVERITIES.map(
      (name) => `    ${name} | ${METRICS.map((_, i) => cell(i === 0 ? 1 : 2 * i)).join(' | ')}\n`,
    ).join('')}  }\n`;
  const some = (text: string): string => (random.below(2) === 0 ? text : '');
  const plan = (name: string, parent: string): string =>
    `plan ${name}${parent} {
${some(`  coverage receive, resolve in ${calendar()}\n`)}${some(`  coverage resolve in 24x7 for P1\n`)}${
      parent === '' || random.below(3) > 0 ? table('') : ''
    }${some(table(' for phone'))}${random.below(4) === 0 ? table(' when opened outside Office') : ''}}
`;
  return `contract "Random" { zone Europe/Berlin }
regions by site { EMEA zone Europe/London holidays none; ANZ zone Australia/Sydney holidays none }
severities {\n  P1\n  P2\n  P3\n}
holidays Own { covers 2025..2030; every 12-24 from 14:00 "Eve"; every 12-25 "Christmas"; 2026-06-04 "Feast" }
calendar Office { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays Own }
calendar Wide { zone Europe/Berlin; open Mon..Sat 08:00-20:00; holidays Own }
calendar Weekend { zone Europe/Berlin; open Fri 17:00 .. Mon 09:00; holidays none }
calendar Cover = Office or Weekend
calendar Graded { zone Europe/Berlin; open Mon..Fri 09:00-17:00; open Mon..Sun 06:00-22:00 for P1; holidays none }
calendar Local { zone of region; open Mon..Fri 08:00-18:00; holidays none }
${plan('Basic', '')}${plan('Better', ' extends Basic')}${plan('Best', ' extends Better')}${plan('Other', ' extends Basic')}`;
}

describe(`in random contracts (seed ${SEED})`, { timeout: 600_000 }, () => {
  const contracts = Array.from({ length: RUNS }, (_, i) => {
    const { contract, findings } = checkText(randomContract(SEED * 1000 + i));
    const errors = findings.filter(({ level }) => level === 'error').map(({ message }) => message);
    return { contract, errors };
  });

  test('there is no error', () => {
    expect(contracts.flatMap(({ errors }) => errors)).toEqual([]);
  });

  test('each ticket that is shown is late in the reference interpreter as well', () => {
    const shown = contracts.map(({ contract }) => expectReplayed(contract));
    expect(Math.min(...shown)).toBeGreaterThan(0);
  });

  test('what is said to be in order is so for every kind of ticket, each half hour of a year', () => {
    let held = 0;
    for (const { contract } of contracts) held += expectInOrder(contract);
    expect(held).toBeGreaterThan(60);
  });
});

const HALF_HOURS = Array.from({ length: 365 * 48 }, (_, i) => Date.UTC(2026, 0, 5) + i * 1_800_000);

/** Holds all promises of which nothing is found against each other; how many pairs of them there are. */
function expectInOrder(contract: CheckedContract): number {
  const engine = loadStandIn(lower(contract));
  const found = promisesOutOfOrder(contract)?.all ?? [];
  const duesOf = duesByKind(engine);
  const parents = new Map(contract.plans.map((plan) => [plan.name, plan.extends]));
  const ancestry = (plan: string): readonly string[] => {
    const parent = parents.get(plan) ?? null;
    return parent === null ? [plan] : [plan, ...ancestry(parent)];
  };
  // What a plan takes over is told of the plan that says it.
  const isTold = (kind: string, plan: string, metric: string | null) =>
    found.some(
      ({ doubt }) =>
        doubt.kind === kind &&
        ancestry(plan).includes(doubt.promise.plan) &&
        (metric === null || doubt.promise.metric === metric),
    );
  let held = 0;
  const hold = (about: string, one: Float64Array, other: Float64Array) => {
    held += 1;
    const late = one.findIndex((due, i) => Number.isFinite(due) && due > (other[i] as number));
    expect(late === -1 ? null : new Date(HALF_HOURS[late] as number), about).toBeNull();
  };
  for (const region of REGIONS) {
    for (const channel of ['phone', null]) {
      const dues = (plan: string, metric: string, severity: string) =>
        duesOf(plan, metric, severity, region, channel);
      for (const plan of PLANS) {
        const parent = parents.get(plan) ?? null;
        for (const severity of SEVERITIES) {
          for (const metric of METRICS) {
            const about = `${plan} ${metric} ${severity} ${region} ${channel ?? ''}\n`;
            if (parent !== null && !isTold('inherited', plan, metric)) {
              hold(`${about} parent`, dues(plan, metric, severity), dues(parent, metric, severity));
            }
            for (const less of SEVERITIES.slice(SEVERITIES.indexOf(severity) + 1)) {
              if (isTold('severity', plan, metric)) continue;
              hold(`${about} ${less}`, dues(plan, metric, severity), dues(plan, metric, less));
            }
            for (const next of METRICS.slice(METRICS.indexOf(metric) + 1)) {
              if (isTold('step', plan, null)) continue;
              hold(`${about} ${next}`, dues(plan, metric, severity), dues(plan, next, severity));
            }
          }
        }
      }
    }
  }
  return held;
}

/** The deadlines of a kind of ticket at each half hour; infinitely late where there is none, NaN where none is known. */
function duesByKind(engine: Engine) {
  const { plan } = engine;
  const known = new Map<string, Float64Array>();
  return (of: string, metric: string, severity: string, region: string, channel: string | null) => {
    const key = JSON.stringify([of, metric, severity, region, channel]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const ticket: TicketKey = {
      severity: SEVERITIES.indexOf(severity),
      region: REGIONS.indexOf(region),
      channel: plan.channels.findIndex(({ name }) => name === channel),
      type: -1,
      facts: [],
    };
    const index = plan.plans.findIndex(({ name }) => name === of);
    const dues = Float64Array.from(HALF_HOURS, (opened) => {
      const cell = engine.selectTarget(index, metric, ticket, opened);
      if (cell === null) return Infinity;
      const answer = engine.deadline(cell.promise, opened);
      if (answer.kind === 'due') return answer.due;
      return answer.kind === 'word' && answer.word !== 'as agreed' ? Infinity : NaN;
    });
    known.set(key, dues);
    return dues;
  };
}

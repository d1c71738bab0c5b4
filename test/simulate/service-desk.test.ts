/** The workload out of the incident log: the file says what the figures say, and its tickets look like the log's. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CheckedSimulation, Distribution } from '../../src/check/simulation-model.ts';
import { loadPlan } from '../../src/engine/index.ts';
import type { Outcome } from '../../src/simulate/outcome.ts';
import { simulate } from '../../src/simulate/run.ts';
import { loadSimulation } from '../../src/workspace/load.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LOG = `${ROOT}../shared/data/uci-incident/incident_event_log.official-header.csv.gz`;

interface Quantiles {
  readonly at: readonly number[];
  readonly values: readonly number[];
}

interface Figures {
  readonly perWeek: number;
  readonly hoursOfWeek: Readonly<Record<string, readonly number[]>>;
  readonly priorities: Readonly<Record<string, number>>;
  readonly firstChange: {
    readonly shareWithinFourHours: Readonly<Record<string, number>>;
    readonly minutesWithinFourHours: Readonly<Record<string, Quantiles>>;
  };
  readonly effort: { readonly minutes: Readonly<Record<string, Quantiles>> };
  readonly waitingForUser: { readonly share: Readonly<Record<string, number>>; readonly hours: Quantiles };
}

const FIGURES_TEXT = readFileSync(`${ROOT}simulations/uci-figures.json`, 'utf8');
const FIGURES = JSON.parse(FIGURES_TEXT) as Figures;

let simulation: CheckedSimulation;
let outcome: Outcome;

beforeAll(async () => {
  const loaded = await loadSimulation(`${ROOT}simulations/service-desk.sim`);
  if (loaded.simulation === null) throw new Error(loaded.diagnostics.map((d) => d.message).join('\n'));
  simulation = loaded.simulation;
  const plan = loaded.plan();
  outcome = simulate(simulation, plan, loadPlan(plan));
});

describe('service-desk.sim says what the figures of the log say', () => {
  test('in its rate, its hours of the week and its severities', () => {
    const [incidents] = simulation.arrivals;
    expect(incidents?.perWeek).toBe(Math.round(FIGURES.perWeek));
    expect(incidents?.profile).toEqual(Object.values(FIGURES.hoursOfWeek));
    expect(incidents?.severities).toEqual(
      Object.entries(FIGURES.priorities).map(([priority, weight]) => ({ name: `S${priority}`, weight })),
    );
  });

  test('in its first looks, severity by severity', () => {
    const { times } = stepNamed('first look');
    for (const [priority, quantiles] of Object.entries(FIGURES.firstChange.minutesWithinFourHours)) {
      expectPoints(timeOf(times, `S${priority}`), quantiles, 60);
    }
  });

  test('in its waits for the user', () => {
    const wait = stepNamed('for the user');
    expect(wait.share).toBe(Math.round((FIGURES.waitingForUser.share['3'] ?? NaN) * 100) / 100);
    expectPoints(timeOf(wait.times, 'S3'), FIGURES.waitingForUser.hours, 3600);
  });

  test('in the work that follows', () => {
    const { times } = stepNamed('solve');
    for (const priority of ['1', '2', '3'] as const) {
      const quantiles = FIGURES.effort.minutes[priority];
      if (quantiles !== undefined) expectPoints(timeOf(times, `S${priority}`), quantiles, 60);
    }
  });

  // The log is not part of the repository.
  test.skipIf(!existsSync(LOG))('and the figures come out of the log again', () => {
    const printed = execFileSync('node', [`${ROOT}bench/fit-uci.mjs`, LOG], { encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual(JSON.parse(FIGURES_TEXT));
  });
});

describe('the synthetic tickets against those of the log', () => {
  test('the profile of the weekdays and that of the hours differ by less than 0.02 in total variation', () => {
    const log = Object.values(FIGURES.hoursOfWeek);
    const seen = log.map((row) => row.map(() => 0));
    for (const opened of outcome.tickets.opened) {
      const { weekday, hour } = londonTime(opened);
      seen[weekday]![hour]! += 1;
    }
    const byDay = (week: readonly (readonly number[])[]) =>
      week.map((row) => row.reduce((sum, n) => sum + n, 0));
    const byHour = (week: readonly (readonly number[])[]) =>
      Array.from({ length: 24 }, (_, hour) => week.reduce((sum, row) => sum + (row[hour] ?? 0), 0));
    expect(totalVariation(byDay(seen), byDay(log))).toBeLessThan(0.02);
    expect(totalVariation(byHour(seen), byHour(log))).toBeLessThan(0.02);
  });

  test('the mix of severities differs by less than 0.005', () => {
    const seen = [0, 0, 0, 0];
    for (const severity of outcome.tickets.severity) seen[severity]! += 1;
    expect(totalVariation(seen, Object.values(FIGURES.priorities))).toBeLessThan(0.005);
  });
});

function stepNamed(name: string): CheckedSimulation['work'][number] {
  const found = simulation.work.find((step) => step.name === name);
  if (found === undefined) throw new Error(`no step \`${name}\``);
  return found;
}

function timeOf(times: CheckedSimulation['work'][number]['times'], severity: string): Distribution {
  const entry =
    times.find(({ severities }) => severities?.includes(severity)) ??
    times.find(({ severities }) => severities === null);
  if (entry === undefined) throw new Error(`no time for ${severity}`);
  return entry.time;
}

/** Every point that the file gives is one of the figures, rounded to whole units. */
function expectPoints(time: Distribution, figures: Quantiles, unitSeconds: number): void {
  if (time.kind !== 'quantiles') throw new Error(`a time is ${time.kind}, not by quantiles`);
  expect(time.points.length).toBeGreaterThan(5);
  for (const { at, seconds } of time.points) {
    const value = figures.values[figures.at.indexOf(at)];
    expect(seconds / unitSeconds, `quantile ${at}`).toBe(Math.round(value ?? NaN));
  }
}

function totalVariation(a: readonly number[], b: readonly number[]): number {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return sum(a.map((value, i) => Math.abs(value / sum(a) - (b[i] ?? NaN) / sum(b)))) / 2;
}

/** London, whose clocks went forward on 2016-03-27 at 01:00 UTC. */
function londonTime(instant: number): { weekday: number; hour: number } {
  const summer = instant >= Date.UTC(2016, 2, 27, 1);
  const local = new Date(instant + (summer ? 3_600_000 : 0));
  return { weekday: (local.getUTCDay() + 6) % 7, hour: local.getUTCHours() };
}

import type { CheckedSimulation } from '../../check/simulation-model.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import type { Outcome } from '../outcome.ts';
import type { ShareInterval } from '../summary.ts';
import { whatIf, type WhatIf } from '../what-if.ts';
import { whatIfDifferences, type WhatIfDifference } from '../what-if-difference.ts';

/** An input, changed to either side by itself. */
export interface Input {
  /** `arrivals of "Moscow"`. */
  readonly name: string;
  readonly changes: readonly InputChange[];
}

export interface InputChange {
  /** `+10 %`, `one fewer`. */
  readonly by: string;
  /** A share of a step is changed here: what-if changes know none. */
  readonly change:
    WhatIf | { readonly kind: 'share of step'; readonly step: string; readonly factor: number };
}

/** What a change makes of the attainment that is looked at. */
export interface Effect {
  readonly by: string;
  /** Attainment with the change less that without it, over all tickets; null where either judges none. */
  readonly change: number | null;
  /** The mean of that over runs of the same draws, with its interval; null below two runs in which both judge a ticket. */
  readonly difference: ShareInterval | null;
}

export interface InputEffects {
  readonly name: string;
  readonly effects: readonly Effect[];
  /** The largest change to either side. */
  readonly swing: number;
}

/** The promise that is looked at. */
export interface Headline {
  /** Place among the plans compared, and the plan's name. */
  readonly place: number;
  readonly plan: string;
  readonly metric: string;
}

/** What comes of an input being different. */
export interface Sensitivity {
  readonly headline: Headline;
  /** Attainment as the simulation is; NaN where nothing is judged. */
  readonly attained: number;
  readonly runs: number;
  /** The largest swing first. */
  readonly inputs: readonly InputEffects[];
}

/** Each stream's arrivals, each severity's share and each word's of a fact, each step's time and share, each team's agents: a little more and a little less. */
export function inputsOf({ arrivals, work, desk }: CheckedSimulation): readonly Input[] {
  const severities = [...new Set(arrivals.flatMap((stream) => stream.severities.map(({ name }) => name)))];
  const byTenth = (name: string, changeOf: (factor: number) => InputChange['change']): Input => ({
    name,
    changes: [
      { by: '-10 %', change: changeOf(0.9) },
      { by: '+10 %', change: changeOf(1.1) },
    ],
  });
  return [
    ...arrivals.map(({ name }) =>
      byTenth(`arrivals of "${name}"`, (factor) => ({ kind: 'arrivals', stream: name, factor })),
    ),
    ...(severities.length < 2 ? [] : severities).map((name) =>
      byTenth(`share of ${name}`, (factor) => ({ kind: 'share', of: 'severity', name, factor })),
    ),
    ...factWordsOf(arrivals).map(({ fact, word }) =>
      byTenth(`share of ${fact} ${word}`, (factor) => ({ kind: 'fact', fact, word, factor })),
    ),
    ...work
      .filter(({ times }) => times.some(({ time }) => time.kind !== 'until described'))
      .map(({ kind, name }) =>
        byTenth(`time of ${kind} "${name}"`, (factor) => ({ kind: 'times', step: name, factor })),
      ),
    ...work.flatMap(({ kind, name, share }): readonly Input[] =>
      share >= 1
        ? []
        : [
            byTenth(`share of ${kind} "${name}"`, (factor) => ({
              kind: 'share of step',
              step: name,
              factor,
            })),
          ],
    ),
    ...desk.teams.map(({ name, agents }): Input => {
      const change = (by: number): WhatIf => ({ kind: 'agents', team: name, change: 'add', agents: by });
      return {
        name: `agents of "${name}"`,
        changes: [
          ...(agents > 1 ? [{ by: 'one fewer', change: change(-1) }] : []),
          { by: 'one more', change: change(1) },
        ],
      };
    }),
  ];
}

/** Of facts of which tickets say one word or another: those that all say the same of have no share to change. */
function factWordsOf(
  arrivals: CheckedSimulation['arrivals'],
): readonly { readonly fact: string; readonly word: string }[] {
  const said = arrivals.flatMap(({ facts }) => facts);
  return [...new Set(said.map(({ fact }) => fact))].flatMap((fact) => {
    const shares = said.filter((each) => each.fact === fact).flatMap((each) => each.shares);
    const words = [...new Set(shares.map(({ name }) => name))];
    return words.length < 2 ? [] : words.map((word) => ({ fact, word }));
  });
}

/** The first promise of a plan whose share the contract promises, else the first that some ticket was judged by. */
export function headlineOf(outcome: Outcome, place: number): Headline | null {
  const plan = outcome.plans[place];
  if (plan === undefined) return null;
  const of = outcome.plan.plans[plan.plan];
  const judged = plan.metrics.filter(({ status }) => status.some((code) => code < 2));
  const promised = judged.find(({ metric }) => of?.attainment.some((line) => line.metric === metric));
  const metric = (promised ?? judged[0])?.metric;
  return metric === undefined ? null : { place, plan: of?.name ?? '', metric };
}

/**
 * What the attainment of one promise hangs on: every input is changed by itself, and worked with the draws of the simulation as
 * it is, so that what comes of it is the change's alone.
 * @param work plays a simulation; its first outcome is that of the simulation as it is
 */
export async function sensitivityOf(
  simulation: CheckedSimulation,
  plan: CompiledPlan,
  base: Outcome,
  headline: Headline,
  work: (simulation: CheckedSimulation, plan: CompiledPlan, name: string) => Promise<Outcome>,
): Promise<Sensitivity> {
  const inputs: InputEffects[] = [];
  let attained = NaN;
  const own = whatIfDifferences(base, base).find((each) => isHeadline(each, headline));
  if (own !== undefined) attained = own.before.met / (own.before.met + own.before.missed);
  for (const { name, changes } of inputsOf(simulation)) {
    const effects: Effect[] = [];
    for (const { by, change } of changes) {
      const changed =
        change.kind === 'share of step'
          ? withShare(simulation, plan, change.step, change.factor)
          : whatIf(simulation, plan, [change]);
      // Names are the simulation's own; what cannot be changed, such as a share that is all, is left out.
      if (changed.kind === 'wrong') continue;
      const outcome = await work(changed.simulation, changed.plan, `${name} ${by}`);
      const difference = whatIfDifferences(base, outcome).find((each) => isHeadline(each, headline));
      effects.push({
        by,
        change: difference === undefined ? null : pointsGained(difference),
        difference: difference?.difference ?? null,
      });
    }
    const swing = Math.max(
      0,
      ...effects.map(({ change, difference }) => Math.abs(difference?.centre ?? change ?? 0)),
    );
    if (effects.length > 0) inputs.push({ name, effects, swing });
  }
  return {
    headline,
    attained,
    runs: simulation.runs,
    inputs: inputs.toSorted((a, b) => b.swing - a.swing),
  };
}

function pointsGained({ before, after }: WhatIfDifference): number | null {
  const [was, is] = [before, after].map(({ met, missed }) => met / (met + missed));
  const change = (is ?? NaN) - (was ?? NaN);
  return Number.isNaN(change) ? null : change;
}

/** A ticket that has a step keeps it when more have it: its draw stays, and what it is compared with moves. */
function withShare(simulation: CheckedSimulation, plan: CompiledPlan, name: string, factor: number) {
  const work = simulation.work.map((step) =>
    step.name === name ? { ...step, share: Math.min(1, step.share * factor) } : step,
  );
  return { kind: 'changed', simulation: { ...simulation, work }, plan } as const;
}

function isHeadline(
  {
    place,
    metric,
    severity,
  }: { readonly place: number; readonly metric: string; readonly severity: string | null },
  headline: Headline,
): boolean {
  return place === headline.place && metric === headline.metric && severity === null;
}

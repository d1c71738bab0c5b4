/** What customers do, with its names turned into indexes and its times into samplers: once for all runs. */
import type { Behaviour, Delay, Hours, Moment } from '../../check/behaviour-model.ts';
import type { ArrivalStream, CheckedSimulation } from '../../check/simulation-model.ts';
import type { Engine } from '../../engine/index.ts';
import type { TicketProgram } from '../../engine/ticket/index.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { MS_PER_SECOND } from '../../time/units.ts';
import { indexOfName } from '../arrivals/prepare-streams.ts';
import { calendarOf, shiftCalendar } from '../desk/prepare-desk.ts';
import { choiceOf, type Choice } from '../random/choice.ts';
import { distinctPurposes, type Purpose } from '../random/draws.ts';
import { samplerOf } from '../random/sampler.ts';
import type { PlayedWork } from '../desk/played-work.ts';

/** A while that is drawn: when it is over that begins at an instant; NaN where its calendar ends before. */
export type Elapse = (from: number, uniform: number) => number;

/** What happens to tickets of a stream at a moment of their lives. */
export interface Turn {
  readonly purpose: Purpose;
  readonly share: number;
  /** By severity in force, 1 where it happens; null for all. */
  readonly of: Uint8Array | null;
  readonly does:
    | { readonly kind: 'by'; readonly steps: number }
    | { readonly kind: 'severity'; readonly to: number; readonly raises: boolean }
    | { readonly kind: 'event'; readonly event: number }
    /** Those that were misjudged, or came without a description: whether a ticket has it was drawn before. */
    | { readonly kind: 'corrected' | 'described' };
  readonly at:
    | { readonly kind: 'after'; readonly elapse: Elapse }
    | { readonly kind: 'step'; readonly step: number; readonly side: 'start' | 'end' };
}

/** What the tickets of one stream may meet. */
export interface StreamTurns {
  readonly misjudged: {
    readonly purpose: Purpose;
    /** By true severity: the one reported, or -1 for the same. */
    readonly reported: readonly Choice[];
  } | null;
  readonly undescribed: { readonly purpose: Purpose; readonly share: number; readonly fact: number } | null;
  readonly turns: readonly Turn[];
  readonly agrees: {
    readonly purpose: Purpose;
    readonly agree: number;
    readonly refuse: number;
    readonly elapse: Elapse;
  } | null;
  readonly reopened: {
    readonly purpose: Purpose;
    readonly share: number;
    readonly of: Uint8Array | null;
    readonly elapse: Elapse;
    /** By step done again: the share of its usual time, and what it is drawn for; null for a step that is not. */
    readonly again: readonly ({ readonly share: number; readonly purpose: Purpose } | null)[];
  } | null;
}

/** By stream; null where customers do nothing at all. */
export function prepareTurns(
  simulation: CheckedSimulation,
  work: PlayedWork,
  engine: Engine,
  program: TicketProgram,
): readonly StreamTurns[] | null {
  if (simulation.arrivals.every(({ behaviour }) => behaviour.length === 0)) return null;
  return sourcesOf(simulation).map((stream) => turnsOf(stream, simulation, work, engine, program));
}

/** When a wait ends that begins at an instant, by step and stream; null where all are counted on the clock on the wall. */
export function prepareWaits(
  simulation: CheckedSimulation,
  { steps }: PlayedWork,
  engine: Engine,
): readonly (readonly AddTime[])[] | null {
  if (steps.every(({ during }) => during === null)) return null;
  const sources = sourcesOf(simulation);
  return steps.map(({ during }) => sources.map((stream) => adder(during, stream, engine)));
}

/** Whose customers the tickets of each prepared stream are: behind the streams come the events of each. */
function sourcesOf({ arrivals }: CheckedSimulation): readonly ArrivalStream[] {
  return [...arrivals, ...arrivals.flatMap((stream) => stream.events.map(() => stream))];
}

/** The instant by which so many ms have passed. */
export type AddTime = (from: number, ms: number) => number;

function adder(during: Hours | null, { works }: ArrivalStream, engine: Engine): AddTime {
  const name = during?.kind === 'calendar' ? during.name : during === null ? null : works;
  if (name === null) return (from, ms) => from + ms;
  const calendar = shiftCalendar(calendarOf(engine, name));
  return (from, ms) => calendar.add(from, ms);
}

function turnsOf(
  stream: ArrivalStream,
  { work }: CheckedSimulation,
  played: PlayedWork,
  engine: Engine,
  program: TicketProgram,
): StreamTurns {
  const { plan } = engine;
  const { behaviour } = stream;
  const words = distinctPurposes(behaviour.map(wordOf));
  const elapse = ({ time, during }: Delay): Elapse => {
    const sample = samplerOf(time);
    const add = adder(during, stream, engine);
    return (from, uniform) => add(from, Math.round(sample(uniform) * MS_PER_SECOND));
  };
  const at = (moment: Moment): Turn['at'] =>
    moment.kind === 'after'
      ? { kind: 'after', elapse: elapse(moment.delay) }
      : {
          kind: 'step',
          step: work.findIndex(({ name }) => name === moment.step),
          side: moment.side,
        };
  const found: { -readonly [K in keyof StreamTurns]: StreamTurns[K] } = {
    misjudged: null,
    undescribed: null,
    turns: [],
    agrees: null,
    reopened: null,
  };
  const turns: Turn[] = [];
  for (const [i, does] of behaviour.entries()) {
    const purpose = words[i] as Purpose;
    switch (does.kind) {
      case 'misjudged':
        found.misjudged = { purpose, reported: reportedAs(does, plan) };
        if (does.corrected !== null)
          turns.push({ purpose, share: 1, of: null, does: { kind: 'corrected' }, at: at(does.corrected) });
        break;
      case 'undescribed':
        found.undescribed = { purpose, share: does.share, fact: factPlace(plan, does.fact) };
        if (does.described !== null)
          turns.push({ purpose, share: 1, of: null, does: { kind: 'described' }, at: at(does.described) });
        break;
      case 'raised':
      case 'lowered':
      case 'event':
        turns.push({
          purpose,
          share: does.share,
          of: marksOf(plan, does.of),
          does: doingOf(does, plan, program),
          at: at(does.moment),
        });
        break;
      case 'agrees':
        found.agrees = { purpose, agree: does.agree, refuse: does.refuse, elapse: elapse(does.after) };
        break;
      case 'reopened':
        found.reopened = {
          purpose,
          share: does.share,
          of: marksOf(plan, does.of),
          elapse: elapse(does.after),
          again: stepsAgain(does.steps, work, played),
        };
    }
  }
  return { ...found, turns };
}

type Of<K extends Behaviour['kind']> = Extract<Behaviour, { readonly kind: K }>;

function doingOf(
  does: Of<'raised' | 'lowered' | 'event'>,
  plan: CompiledPlan,
  program: TicketProgram,
): Turn['does'] {
  if (does.kind === 'event') return { kind: 'event', event: program.events.get(does.event) ?? -1 };
  const raises = does.kind === 'raised';
  if (does.to.kind === 'by') return { kind: 'by', steps: raises ? -does.to.steps : does.to.steps };
  return { kind: 'severity', to: indexOfName(plan.severities, does.to.name), raises };
}

/** Draws go by what a line says, not by its place, so that another line changes none of them. */
function wordOf(behaviour: Behaviour): string {
  switch (behaviour.kind) {
    case 'raised':
    case 'lowered':
      return `customers ${behaviour.kind} ${behaviour.of?.join() ?? ''} ${JSON.stringify(behaviour.to)}`;
    case 'event':
      return `customers event ${behaviour.event} ${behaviour.of?.join() ?? ''}`;
    default:
      return `customers ${behaviour.kind}`;
  }
}

function reportedAs({ rows }: Of<'misjudged'>, plan: CompiledPlan): readonly Choice[] {
  return plan.severities.map(({ name }) => {
    const own = rows.filter(({ truly }) => truly === name);
    const rest = Math.max(1 - own.reduce((sum, { share }) => sum + share, 0), 0);
    const places = [-1, ...own.map(({ reported }) => indexOfName(plan.severities, reported))];
    const choose = choiceOf([rest, ...own.map(({ share }) => share)]);
    return (u) => places[choose(u)] ?? -1;
  });
}

function marksOf({ severities }: CompiledPlan, names: readonly string[] | null): Uint8Array | null {
  return names === null ? null : Uint8Array.from(severities, ({ name }) => (names.includes(name) ? 1 : 0));
}

function factPlace({ facts }: CompiledPlan, name: string): number {
  return facts.findIndex((fact) => fact.name === name);
}

function stepsAgain(
  steps: Of<'reopened'>['steps'],
  work: CheckedSimulation['work'],
  { again }: PlayedWork,
): NonNullable<StreamTurns['reopened']>['again'] {
  const names = again.map((step) => work[step]?.name ?? '');
  const words = distinctPurposes(names.map((name) => `customers reopened step ${name}`));
  return names.map((name, i) => {
    const of = steps.find((step) => step.name === name);
    return of === undefined ? null : { share: of.share, purpose: words[i] as Purpose };
  });
}

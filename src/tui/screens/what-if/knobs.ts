import { assertNever } from '../../../text/assert-never.ts';
import type { CheckedSimulation } from '../../../check/simulation-model.ts';
import type { CompiledPlan } from '../../../plan/model.ts';
import { shiftCalendars } from '../../../simulate/what-if.ts';
import type { WhatIf } from '../../../simulate/what-if.ts';
import { whatIfWords } from '../../../simulate/what-if-text.ts';
import { promiseKnobs, turnedPromise } from './promise-knob.ts';
import type { PromiseKnob } from './promise-knob.ts';

/** Something of a simulation that keys make more or less of. */
export type Knob =
  | { readonly kind: 'arrivals'; readonly stream: string | null }
  | { readonly kind: 'share'; readonly severity: string }
  | { readonly kind: 'times' }
  | { readonly kind: 'agents'; readonly team: string; readonly agents: number }
  | { readonly kind: 'shift'; readonly team: string; readonly calendars: readonly string[] }
  | PromiseKnob;

/**
 * What can be turned, the volume first: the arrivals, the mix, the work, the desk, the promises.
 * @param compared indexes of the plans that are compared
 */
export function knobsOf(
  simulation: CheckedSimulation,
  plan: CompiledPlan,
  compared: readonly number[],
): readonly Knob[] {
  const { arrivals, desk } = simulation;
  const mixed = new Set(arrivals.flatMap(({ severities }) => severities.map(({ name }) => name)));
  const calendars = shiftCalendars(plan.calendars);
  return [
    { kind: 'arrivals', stream: null },
    ...(arrivals.length < 2 ? [] : arrivals.map(({ name }): Knob => ({ kind: 'arrivals', stream: name }))),
    ...plan.severities
      .filter(({ name }) => mixed.has(name))
      .map(({ name }): Knob => ({ kind: 'share', severity: name })),
    { kind: 'times' },
    ...desk.teams.map(({ name, agents }): Knob => ({ kind: 'agents', team: name, agents })),
    ...desk.teams.map(({ name, calendar }): Knob => ({
      kind: 'shift',
      team: name,
      calendars: [calendar, ...calendars.filter((each) => each !== calendar)],
    })),
    ...promiseKnobs(plan, compared),
  ];
}

export function knobName(knob: Knob): string {
  switch (knob.kind) {
    case 'arrivals':
      return knob.stream === null ? 'tickets' : `tickets of ${knob.stream}`;
    case 'share':
      return `share of ${knob.severity}`;
    case 'times':
      return 'time that work takes';
    case 'agents':
      return `agents of ${knob.team}`;
    case 'shift':
      return `shift of ${knob.team}`;
    case 'promise':
      return `${knob.plan}: ${knob.metric} ${knob.severity}`;
    default:
      return assertNever(knob);
  }
}

/** How a knob stands: `x1.2`, `4 instead of 3`. */
export function knobText(knob: Knob, changes: readonly WhatIf[]): string {
  const change = changes.find((each) => isOf(each, knob));
  switch (knob.kind) {
    case 'agents': {
      const by = moreAgents(knob, change);
      return by === 0 ? String(knob.agents) : `${String(knob.agents + by)} instead of ${String(knob.agents)}`;
    }
    case 'shift': {
      const [now = ''] = knob.calendars;
      return change?.kind === 'shift' ? `${change.calendar} instead of ${now}` : now;
    }
    case 'promise': {
      const now = knob.words.replace(/\s+/g, ' ');
      if (change?.kind !== 'promise') return now;
      return `${/[\d.]+ \w+(?: elapsed| in \S.*)?$/.exec(whatIfWords(change))?.[0] ?? ''} instead of ${now}`;
    }
    default:
      return `x${String(change !== undefined && 'factor' in change ? change.factor : 1)}`;
  }
}

const STEP = 0.1;

/** The changes with a knob turned by one step; one that is where it was is no change. */
export function turned(knob: Knob, changes: readonly WhatIf[], by: 1 | -1): readonly WhatIf[] {
  const at = changes.findIndex((each) => isOf(each, knob));
  const next = turnedChange(knob, changes[at] ?? null, by);
  const rest = changes.filter((_, place) => place !== at);
  return next === null
    ? rest
    : [...rest.slice(0, at === -1 ? rest.length : at), next, ...rest.slice(at === -1 ? rest.length : at)];
}

function turnedChange(knob: Knob, change: WhatIf | null, by: 1 | -1): WhatIf | null {
  switch (knob.kind) {
    case 'arrivals':
    case 'share':
    case 'times': {
      const before = change !== null && 'factor' in change ? change.factor : 1;
      const factor = Math.round((before + by * STEP) * 100) / 100;
      if (factor === 1) return null;
      if (factor < STEP) return change;
      if (knob.kind === 'arrivals') return { kind: 'arrivals', stream: knob.stream, factor };
      if (knob.kind === 'times') return { kind: 'times', step: null, factor };
      return { kind: 'share', of: 'severity', name: knob.severity, factor };
    }
    case 'agents': {
      const agents = moreAgents(knob, change) + by;
      if (knob.agents + agents < 1) return change;
      return agents === 0 ? null : { kind: 'agents', team: knob.team, change: 'add', agents };
    }
    case 'shift': {
      const { calendars, team } = knob;
      const before = change?.kind === 'shift' ? calendars.indexOf(change.calendar) : 0;
      const place = (before + by + calendars.length) % calendars.length;
      return place === 0 ? null : { kind: 'shift', team, calendar: calendars[place] ?? '' };
    }
    case 'promise':
      return turnedPromise(knob, change, by);
    default:
      return assertNever(knob);
  }
}

function moreAgents(knob: Extract<Knob, { kind: 'agents' }>, change: WhatIf | null | undefined): number {
  if (change?.kind !== 'agents') return 0;
  return change.change === 'set' ? change.agents - knob.agents : change.agents;
}

/** What stands before a value that is typed for a knob, and after it, in the words of a change. */
export function typedChange(knob: Knob, value: string): string {
  const text = value.trim();
  const factor = /^\d/.test(text) ? `x${text}` : text;
  switch (knob.kind) {
    case 'arrivals':
      return `arrivals${knob.stream === null ? '' : ` "${knob.stream}"`} ${factor}`;
    case 'share':
      return `severity "${knob.severity}" ${factor}`;
    case 'times':
      return `work ${factor}`;
    case 'agents':
      return `team "${knob.team}" ${/^\d/.test(text) ? `= ${text}` : text}`;
    case 'shift':
      return `team "${knob.team}" in ${text}`;
    case 'promise':
      return `promise "${knob.plan}" "${knob.severity}" ${knob.metric} ${text}`;
    default:
      return assertNever(knob);
  }
}

/** Values that may be typed for a knob, for those who do not know how they are written. */
export function valuesOf(knob: Knob): readonly string[] {
  switch (knob.kind) {
    case 'arrivals':
    case 'share':
    case 'times':
      return ['1.3', '+30%', '-10%', '2'];
    case 'agents':
      return [String(knob.agents + 1), '+1', '-1'];
    case 'shift':
      return knob.calendars;
    case 'promise':
      return knob.unit === 'days'
        ? ['2 days', '3 days', '5 days']
        : ['30 min', '1 h', '2 h', '4 h', '8 h elapsed'];
    default:
      return assertNever(knob);
  }
}

/** Whether a change is one that the knob makes; a typed one that says the same otherwise stays beside it. */
export function isOf(change: WhatIf, knob: Knob): boolean {
  switch (knob.kind) {
    case 'arrivals':
      return change.kind === 'arrivals' && change.stream === knob.stream;
    case 'share':
      return change.kind === 'share' && change.of === 'severity' && change.name === knob.severity;
    case 'times':
      return change.kind === 'times' && change.step === null;
    case 'agents':
      return change.kind === 'agents' && change.team === knob.team;
    case 'shift':
      return change.kind === 'shift' && change.team === knob.team;
    case 'promise':
      return (
        change.kind === 'promise' &&
        change.plan === knob.plan &&
        change.metric === knob.metric &&
        change.severity === knob.severity
      );
    default:
      return assertNever(knob);
  }
}

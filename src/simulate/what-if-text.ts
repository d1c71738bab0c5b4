/** Changes as a line of text: `arrivals x1.5`, `team "First line" +1`, `promise Gold P1 resolve 2 h in Office`. */
import type { CheckedSimulation } from '../check/simulation-model.ts';
import type { CompiledPlan } from '../plan/model.ts';
import { assertNever } from '../text/assert-never.ts';
import type { WhatIf } from './what-if.ts';
import { unknownName, type WhatIfProblem } from './what-if-problem.ts';
import type { NewPromise } from './what-if-promise.ts';

/** How each kind of change is written, for help and messages. */
export const WHAT_IF_EXAMPLES: readonly string[] = [
  'arrivals x1.5',
  'arrivals "Moscow" +20%',
  'severity P1 x2',
  'language de x2',
  'work "solution" x0.8',
  'team "First line" +1',
  'team "First line" = 5',
  'team "First line" in 24x7',
  'promise Gold P1 resolve 2 h in Office',
];

const HOW = `write such as ${WHAT_IF_EXAMPLES.join(', ')}`;

/**
 * Reads one change. The word that says what a name is may be left out where the simulation has only one thing of that
 * name; quotes may be where a name has no words that could be taken for something else.
 */
export function readWhatIf(
  text: string,
  simulation: CheckedSimulation,
  plan: CompiledPlan,
): WhatIf | WhatIfProblem {
  const [kind, rest] = kindAndRest(text.trim());
  if (kind === 'promise') return readPromise(rest, plan);
  const shift = /^(?<name>.+?)\s+in\s+(?<calendar>\S.*)$/.exec(rest)?.groups;
  if (shift !== undefined) {
    const { name = '', calendar = '' } = shift;
    // A step or a stream may be called `waiting in line`; a calendar is not called `line x2`.
    if (operationOf(calendar) === null)
      return { kind: 'shift', team: unquoted(name), calendar: unquoted(calendar) };
  }
  const operation = operationOf(rest);
  if (operation === null) return { message: `\`${text}\` changes nothing that is known`, help: HOW };
  const name = operation.name === '' ? null : unquoted(operation.name);
  if (operation.kind !== 'factor') {
    if (name === null || (kind !== null && kind !== 'team'))
      return { message: `\`${text}\` names no team, and agents are of a team`, help: HOW };
    return { kind: 'agents', team: name, change: operation.kind, agents: operation.by };
  }
  const { by: factor } = operation;
  const said = kind === null && name !== null ? factSaid(name, simulation) : null;
  if (said !== null) return { kind: 'fact', ...said, factor };
  const meant = kind === null && name !== null ? kindNamed(name, simulation, plan) : (kind ?? 'arrivals');
  if (typeof meant === 'object') return meant;
  switch (meant) {
    case 'arrivals':
      return { kind: 'arrivals', stream: name, factor };
    case 'work':
      return { kind: 'times', step: name, factor };
    case 'severity':
    case 'region':
    case 'channel':
    case 'type':
      if (name === null) return { message: `\`${text}\` names no ${meant}`, help: HOW };
      return { kind: 'share', of: meant, name, factor };
    case 'team':
      return { message: `a team has no factor: \`${text}\``, help: 'write +1, -1 or = 5 agents' };
    default:
      return assertNever(meant);
  }
}

/** The change as `readWhatIf` reads it. */
export function whatIfWords(change: WhatIf): string {
  const named = (name: string | null) => (name === null ? '' : ` "${name}"`);
  switch (change.kind) {
    case 'arrivals':
      return `arrivals${named(change.stream)} x${change.factor}`;
    case 'share':
      return `${change.of}${named(change.name)} x${change.factor}`;
    case 'fact':
      return `${change.fact}${named(change.word)} x${change.factor}`;
    case 'times':
      return `work${named(change.step)} x${change.factor}`;
    case 'agents': {
      const { agents } = change;
      if (change.change === 'set') return `team${named(change.team)} = ${agents}`;
      return `team${named(change.team)} ${agents < 0 ? '-' : '+'}${Math.abs(agents)}`;
    }
    case 'shift':
      return `team${named(change.team)} in ${change.calendar}`;
    case 'promise': {
      const { to } = change;
      const counted =
        to.counted === 'as now' ? '' : to.counted === 'elapsed' ? ' elapsed' : ` in ${to.counted.in}`;
      const of = change.severity === null ? '' : named(change.severity);
      return `promise${named(change.plan)}${of} ${change.metric} ${amountOf(to)}${counted}`;
    }
    default:
      return assertNever(change);
  }
}

/** `language ja`: a fact that tickets of the simulation say something of, and what they say. */
function factSaid(
  name: string,
  { arrivals }: CheckedSimulation,
): { readonly fact: string; readonly word: string } | null {
  const facts = new Set(arrivals.flatMap((stream) => stream.facts.map(({ fact }) => fact)));
  const [, fact = '', word = ''] = /^(?:fact\s+)?(\S+)\s+(\S.*)$/.exec(name) ?? [];
  return facts.has(fact) ? { fact, word: unquoted(word) } : null;
}

const KINDS = {
  arrivals: /^arrivals?(?=\s|$)/,
  severity: /^severity(?=\s|$)/,
  region: /^region(?=\s|$)/,
  channel: /^channel(?=\s|$)/,
  type: /^type(?=\s|$)/,
  work: /^(?:work|wait|times)(?=\s|$)/,
  team: /^team(?=\s|$)/,
  promise: /^promise(?=\s|$)/,
} as const;

type Kind = keyof typeof KINDS;

function kindAndRest(text: string): readonly [Kind | null, string] {
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const word = KINDS[kind].exec(text)?.[0];
    if (word !== undefined)
      return [
        kind,
        text
          .slice(word.length)
          .replace(/^\s+of(?=\s)/, '')
          .trim(),
      ];
  }
  return [null, text];
}

interface Operation {
  readonly kind: 'factor' | 'add' | 'set';
  readonly by: number;
  readonly name: string;
}

/** What is done, at the end of the text, and the name in front of it. */
function operationOf(text: string): Operation | null {
  const [, name, sign, number, percent] =
    /^(|.*?\s)\s*(x|×|\*|=|\+|-)\s*(\d+(?:\.\d+)?)(\s*%)?(?:\s+agents?)?$/.exec(text) ?? [];
  if (name === undefined || sign === undefined || number === undefined) return null;
  const value = Number(number);
  if (sign === '+' || sign === '-') {
    const by = sign === '-' ? -value : value;
    if (percent !== undefined)
      return {
        kind: 'factor',
        by: Math.round(100 + by) === 100 + by ? (100 + by) / 100 : 1 + by / 100,
        name,
      };
    return { kind: 'add', by, name };
  }
  if (sign === '=') return percent === undefined ? { kind: 'set', by: value, name } : null;
  return { kind: 'factor', by: percent === undefined ? value : value / 100, name };
}

/** What a bare name is the name of. */
function kindNamed(
  name: string,
  simulation: CheckedSimulation,
  plan: CompiledPlan,
): Exclude<Kind, 'promise'> | WhatIfProblem {
  const names: Readonly<Record<Exclude<Kind, 'promise'>, readonly string[]>> = {
    arrivals: simulation.arrivals.map((stream) => stream.name),
    severity: plan.severities.map((severity) => severity.name),
    region: plan.regions.map((region) => region.name),
    channel: plan.channels.map((channel) => channel.name),
    type: plan.types.map((type) => type.name),
    work: simulation.work.map((step) => step.name),
    team: simulation.desk.teams.map((team) => team.name),
  };
  const kinds = (Object.keys(names) as Exclude<Kind, 'promise'>[]).filter((kind) =>
    names[kind].includes(name),
  );
  const [only, other] = kinds;
  if (only === undefined)
    return unknownName(
      'stream, severity, region, channel, type, step or team',
      name,
      Object.values(names).flat(),
    );
  if (other === undefined) return only;
  return { message: `\`${name}\` is both ${kinds.join(' and ')}`, help: `say which: ${only} "${name}" x2` };
}

const SECONDS = { s: 1, min: 60, h: 3600 } as const;

/** `Gold P1 resolve 2 h in Office`: names may be quoted; those of the contract are looked for from the front. */
function readPromise(text: string, plan: CompiledPlan): WhatIf | WhatIfProblem {
  const [, names, amount, unit, counted] =
    /^(.*?)\s+(\d+(?:\.\d+)?)\s*(s|min|h|(?:(?:business|calendar)\s+)?days?)(?:\s+(elapsed|in\s+\S.*))?$/.exec(
      text,
    ) ?? [];
  if (names === undefined || unit === undefined)
    return {
      message: `\`promise ${text}\` says no plan, metric and time`,
      help: 'write promise Gold P1 resolve 2 h',
    };
  const [planName, afterPlan] = leading(
    names,
    plan.plans.map((each) => each.name),
  );
  const [severity, metric] =
    planName === null
      ? [null, afterPlan]
      : leading(
          afterPlan,
          plan.severities.map((each) => each.name),
        );
  if (planName === null)
    return unknownName(
      'plan',
      firstWord(names),
      plan.plans.map((each) => each.name),
    );
  if (!plan.metrics.includes(metric)) {
    const isSeverity = metric.includes(' ');
    return isSeverity
      ? unknownName(
          'severity',
          firstWord(metric),
          plan.severities.map((each) => each.name),
        )
      : unknownName('metric', metric, plan.metrics);
  }
  const seconds = SECONDS[unit as keyof typeof SECONDS] as number | undefined;
  return {
    kind: 'promise',
    plan: planName,
    severity,
    metric,
    to: {
      amount: Number(amount) * (seconds ?? 1),
      unit: seconds === undefined ? 'days' : 'seconds',
      counted:
        counted === undefined
          ? 'as now'
          : counted === 'elapsed'
            ? counted
            : { in: unquoted(counted.replace(/^in\s+/, '')) },
    },
  };
}

/** The longest of the names with which a text begins, and what follows it. */
function leading(text: string, names: readonly string[]): readonly [string | null, string] {
  const found = names
    .flatMap((name) =>
      [`"${name}"`, name].flatMap((written) =>
        text === written || text.startsWith(`${written} `) ? [{ name, written }] : [],
      ),
    )
    .sort((a, b) => b.written.length - a.written.length)[0];
  return found === undefined ? [null, text] : [found.name, text.slice(found.written.length).trim()];
}

function amountOf({ amount, unit }: NewPromise): string {
  if (unit === 'days') return `${amount} ${amount === 1 ? 'day' : 'days'}`;
  if (amount % 3600 === 0) return `${amount / 3600} h`;
  return amount % 60 === 0 ? `${amount / 60} min` : `${amount} s`;
}

function firstWord(text: string): string {
  return unquoted(/^"[^"]*"|^\S*/.exec(text)?.[0] ?? '');
}

function unquoted(name: string): string {
  return /^"(.*)"$/.exec(name.trim())?.[1] ?? name.trim();
}

import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { BehaviourNode, DelayNode, HoursNode, NameNode, TurnMomentNode } from '../syntax/tree.ts';
import type { Behaviour, Delay, Hours, Moment } from './behaviour-model.ts';
import { checkCalendarName } from './check-calendar-name.ts';
import { count } from './check-count.ts';
import { checkDistribution } from './check-distribution.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedContract } from './model.ts';
import type { Scope } from './scope.ts';

/** What the lines are held against. */
export interface BehaviourGround {
  readonly scope: Scope;
  readonly contract: CheckedContract;
  /** Names of the steps of the work. */
  readonly steps: readonly string[];
}

/** Kinds of which one line says all. */
const ONCE: ReadonlySet<string> = new Set(['misjudged', 'undescribed', 'agrees', 'reopened']);

/** What customers do; null, and findings, where a line has a mistake. */
export function checkBehaviours(
  context: CheckContext,
  ground: BehaviourGround,
  nodes: readonly BehaviourNode[],
): readonly Behaviour[] | null {
  const said = new Set<string>();
  for (const { kind, span } of nodes) {
    if (ONCE.has(kind) && said.has(kind)) report(context, 'simulation/clause-twice', span, { clause: kind });
    said.add(kind);
  }
  const checked = nodes.map((node) => checkBehaviour(context, ground, node));
  const whole = checked.filter((behaviour) => behaviour !== null);
  return whole.length < checked.length ? null : whole;
}

function checkBehaviour(
  context: CheckContext,
  ground: BehaviourGround,
  node: BehaviourNode,
): Behaviour | null {
  switch (node.kind) {
    case 'misjudged':
      return checkMisjudged(context, ground, node);
    case 'raised':
    case 'lowered':
      return checkTurned(context, ground, node);
    case 'event': {
      const event = ground.scope.resolve(context, 'event', node.event);
      const of = severitiesOf(context, ground, node.of);
      const moment = checkMoment(context, ground, node.moment);
      if (event === null || of === undefined || moment === null) return null;
      return { kind: 'event', event, share: shareOf(node.share), of, moment };
    }
    case 'undescribed':
      return checkUndescribed(context, ground, node);
    case 'agrees':
      return checkAgrees(context, ground, node);
    case 'reopened':
      return checkReopened(context, ground, node);
  }
}

type NodeOf<K extends BehaviourNode['kind']> = Extract<BehaviourNode, { readonly kind: K }>;

function checkMisjudged(
  context: CheckContext,
  ground: BehaviourGround,
  node: NodeOf<'misjudged'>,
): Behaviour | null {
  const { scope } = ground;
  const rows = node.rows.map(({ truly, reported, share }) => ({
    truly: scope.resolve(context, 'severity', truly),
    reported: scope.resolve(context, 'severity', reported),
    share: shareOf(share),
  }));
  const corrected = node.corrected === null ? null : checkMoment(context, ground, node.corrected);
  const whole = rows.flatMap(({ truly, reported, share }) =>
    truly === null || reported === null ? [] : [{ truly, reported, share }],
  );
  if (whole.length < rows.length || (node.corrected !== null && corrected === null)) return null;
  for (const [i, { truly, reported }] of whole.entries()) {
    if (truly !== reported) continue;
    report(context, 'simulation/misjudged-rightly', node.rows[i]?.reported.span ?? node.span, {
      severity: truly,
    });
    return null;
  }
  for (const { truly } of whole) {
    const sum = whole.reduce((total, row) => total + (row.truly === truly ? row.share : 0), 0);
    if (sum <= 1 + 1e-9) continue;
    report(context, 'simulation/shares-past-all', node.span, {
      of: `the tickets that are truly \`${truly}\``,
      sum: Number((sum * 100).toFixed(3)),
    });
    return null;
  }
  return { kind: 'misjudged', rows: whole, corrected };
}

function checkTurned(
  context: CheckContext,
  ground: BehaviourGround,
  node: NodeOf<'raised' | 'lowered'>,
): Behaviour | null {
  const { scope, contract } = ground;
  const of = severitiesOf(context, ground, node.of);
  const moment = checkMoment(context, ground, node.moment);
  const { to } = node;
  if (to.kind === 'by') {
    const steps = count(context, to.steps, 'steps', 1);
    if (steps === null || of === undefined || moment === null) return null;
    reportUnasked(context, ground, node);
    return { kind: node.kind, share: shareOf(node.share), of, to: { kind: 'by', steps }, moment };
  }
  const name = scope.resolve(context, 'severity', to.name);
  if (name === null || of === undefined || moment === null) return null;
  const order = contract.severities.map((severity) => severity.name);
  const place = order.indexOf(name);
  const goes = (from: string) =>
    node.kind === 'raised' ? order.indexOf(from) > place : order.indexOf(from) < place;
  const wrong = of === null ? (order.some(goes) ? undefined : 'any') : of.find((from) => !goes(from));
  if (wrong !== undefined) {
    report(context, 'simulation/turned-the-wrong-way', to.name.span, {
      does: node.kind,
      from: wrong,
      to: name,
    });
    return null;
  }
  reportUnasked(context, ground, node);
  return { kind: node.kind, share: shareOf(node.share), of, to: { kind: 'severity', name }, moment };
}

/** A contract that lowers only with the customer's consent does so by a rule. */
function reportUnasked(
  context: CheckContext,
  { contract }: BehaviourGround,
  { kind, span }: NodeOf<'raised' | 'lowered'>,
): void {
  const asking = contract.conduct.rules.find(
    ({ consent, actions }) =>
      consent !== null &&
      actions.some((action) => action.kind === 'lower' || action.kind === 'lower by steps'),
  );
  if (kind === 'raised' || asking === undefined) return;
  const { trigger } = asking;
  const event = trigger?.kind === 'event' ? trigger.event : null;
  report(context, 'simulation/lowered-unasked', span, { rule: asking.name, event });
}

function checkUndescribed(
  context: CheckContext,
  ground: BehaviourGround,
  node: NodeOf<'undescribed'>,
): Behaviour | null {
  const { scope } = ground;
  const described = node.described === null ? null : checkMoment(context, ground, node.described);
  if (node.described !== null && described === null) return null;
  const facts = scope.facts().filter(({ type }) => type.kind === 'truth');
  const name = node.fact === null ? 'described' : scope.resolve(context, 'fact', node.fact);
  if (name === null) return null;
  if (!facts.some((fact) => fact.name === name)) {
    report(context, 'simulation/no-such-description', node.fact?.span ?? node.span, {
      fact: name,
      known: facts.map((fact) => fact.name),
    });
    return null;
  }
  return { kind: 'undescribed', share: shareOf(node.share), fact: name, described };
}

function checkAgrees(
  context: CheckContext,
  ground: BehaviourGround,
  node: NodeOf<'agrees'>,
): Behaviour | null {
  const after = checkDelay(context, ground, node.after);
  const [agree, refuse] = [shareOf(node.share), node.refuses === null ? 0 : shareOf(node.refuses)];
  if (!ground.contract.conduct.rules.some(({ consent }) => consent !== null)) {
    report(context, 'simulation/nobody-asks', node.span, {});
    return null;
  }
  if (agree + refuse > 1 + 1e-9) {
    const sum = Number(((agree + refuse) * 100).toFixed(3));
    report(context, 'simulation/shares-past-all', node.span, { of: 'the answers', sum });
    return null;
  }
  return after === null ? null : { kind: 'agrees', agree, refuse, after };
}

function checkReopened(
  context: CheckContext,
  ground: BehaviourGround,
  node: NodeOf<'reopened'>,
): Behaviour | null {
  const of = severitiesOf(context, ground, node.of);
  const after = checkDelay(context, ground, node.after);
  const known = node.steps.map(({ name }) => isStep(context, ground, name));
  if (of === undefined || after === null || known.includes(false)) return null;
  const { clocks } = ground.contract;
  if (clocks.length > 0 && clocks.every(({ terms }) => terms.reopen.does === 'never')) {
    report(context, 'simulation/reopens-no-clock', node.span, {});
  }
  return {
    kind: 'reopened',
    share: shareOf(node.share),
    of,
    after,
    steps: node.steps.map(({ name, share }) => ({
      name: name.text,
      share: share === null ? 1 : shareOf(share),
    })),
  };
}

function checkMoment(context: CheckContext, ground: BehaviourGround, node: TurnMomentNode): Moment | null {
  if (node.kind === 'after') {
    const delay = checkDelay(context, ground, node.delay);
    return delay === null ? null : { kind: 'after', delay };
  }
  return isStep(context, ground, node.step) ? { kind: 'step', step: node.step.text, side: node.side } : null;
}

function checkDelay(context: CheckContext, { scope }: BehaviourGround, node: DelayNode): Delay | null {
  const time = checkDistribution(context, node.time);
  const during = node.during === null ? null : checkHours(context, scope, node.during);
  if (time === null || (node.during !== null && during === null)) return null;
  return { time, during };
}

/** Hours that a time is counted in; null, and a finding, where the calendar is none. */
export function checkHours(context: CheckContext, scope: Scope, node: HoursNode): Hours | null {
  if (node.kind === 'their hours') return { kind: 'theirs' };
  const name = checkCalendarName(context, scope, node.name);
  return name === null ? null : { kind: 'calendar', name };
}

function isStep(context: CheckContext, { steps }: BehaviourGround, { text, span }: NameNode): boolean {
  if (steps.includes(text)) return true;
  report(context, 'simulation/at-no-step', span, {
    step: text,
    nearest: nearestWord(text, steps),
    known: steps,
  });
  return false;
}

/** Null for all severities; undefined, and findings, where a name is none. */
function severitiesOf(
  context: CheckContext,
  { scope }: BehaviourGround,
  names: readonly NameNode[] | null,
): readonly string[] | null | undefined {
  if (names === null) return null;
  const found = names.map((name) => scope.resolve(context, 'severity', name));
  const whole = found.filter((name) => name !== null);
  return whole.length < found.length ? undefined : whole;
}

function shareOf({ text }: NameNode): number {
  return Number(text) / 100;
}

/** Whether a line, or a delay of it, is counted in the customer's own hours. */
export function asksForTheirHours(behaviour: Behaviour): boolean {
  const delays = delaysOf(behaviour);
  return delays.some(({ during }) => during?.kind === 'theirs');
}

function delaysOf(behaviour: Behaviour): readonly Delay[] {
  const ofMoment = (moment: Moment | null) => (moment?.kind === 'after' ? [moment.delay] : []);
  switch (behaviour.kind) {
    case 'misjudged':
      return ofMoment(behaviour.corrected);
    case 'undescribed':
      return ofMoment(behaviour.described);
    case 'raised':
    case 'lowered':
    case 'event':
      return ofMoment(behaviour.moment);
    case 'agrees':
    case 'reopened':
      return [behaviour.after];
  }
}

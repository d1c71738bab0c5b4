import type { NameNode, WorkNode } from '../syntax/tree.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import { checkHours } from './check-behaviour.ts';
import { isCharged } from './check-customer.ts';
import { reportUntilDescribed } from './check-described.ts';
import { checkTeamNames } from './check-team-names.ts';
import { checkTimes } from './check-times.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type { CheckedPlan } from './model.ts';
import type { Scope } from './scope.ts';
import type { WorkStep } from './simulation-model.ts';

function isEarlierStep(context: CheckContext, step: NameNode, earlier: readonly WorkNode[]): boolean {
  const known = earlier.map(({ name }) => name.text);
  if (known.includes(step.text)) return true;
  const nearest = nearestWord(step.text, known);
  report(context, 'simulation/unknown-step', step.span, { step: step.text, nearest, known });
  return false;
}

/** A piece of work or a wait that every ticket passes, in the order of writing; null after a finding. */
export function checkStep(
  context: CheckContext,
  scope: Scope,
  node: WorkNode,
  severities: readonly string[],
  teamNames: readonly NameNode[],
  plans: readonly CheckedPlan[],
  earlier: readonly WorkNode[],
): WorkStep | null {
  const inner = within(context, `${node.kind} "${node.name.text}"`);
  const metric = node.stops === null ? null : scope.resolve(inner, 'metric', node.stops.metric);
  const state = node.state === null ? null : scope.resolve(inner, 'state', node.state);
  const event = node.brings === null ? null : scope.resolve(inner, 'event', node.brings.event);
  const during = node.during === null ? null : checkHours(inner, scope, node.during);
  const whole = checkTimes(inner, scope, node.rows);
  if (whole === null) return null;
  if (node.during !== null && during === null) return null;
  if (node.during !== null && node.kind === 'work') {
    const { span } = node.during.kind === 'calendar' ? node.during.name : node.during;
    report(inner, 'simulation/work-by-hours', span, { work: node.name.text });
    return null;
  }
  if (reportUntilDescribed(inner, node)) return null;
  const left = severities.filter(
    (name) => !whole.some((row) => row.severities === null || row.severities.includes(name)),
  );
  if (left.length > 0) {
    if (!node.broken)
      report(inner, 'simulation/no-otherwise', node.span, { step: node.name.text, severities: left });
    return null;
  }
  if (node.stops !== null && metric === null) return null;
  if (node.state !== null && state === null) return null;
  if (node.brings !== null && event === null) return null;
  const teams = node.teams === null ? null : checkTeamNames(inner, node.teams, teamNames);
  if (node.teams !== null && teams === null) return null;
  const { of } = node;
  const activity =
    of === null || isCharged(plans, of.text) ? (of?.text ?? null) : scope.resolve(inner, 'activity', of);
  if (of !== null && activity === null) return null;
  if (of !== null && node.kind === 'wait') {
    report(inner, 'simulation/wait-of-activity', of.span, { wait: node.name.text, activity: of.text });
    return null;
  }
  if (node.kind === 'wait' && node.teams !== null) {
    report(inner, 'simulation/wait-by-team', node.span, { wait: node.name.text });
    return null;
  }
  if (node.after !== null && !isEarlierStep(inner, node.after, earlier)) return null;
  return {
    kind: node.kind,
    name: node.name.text,
    activity,
    after: node.after?.text ?? null,
    stops: node.stops === null || metric === null ? null : { metric, at: node.stops.at },
    brings: node.brings === null || event === null ? null : { event, at: node.brings.at },
    state,
    during,
    times: whole,
    share: node.share === null ? 1 : Number(node.share.text) / 100,
    teams,
    origin: originOf(inner, node.span),
  };
}

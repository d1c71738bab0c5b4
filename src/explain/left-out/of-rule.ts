import { answerOf } from '../../engine/index.ts';
import type { PlanAction, PlanRule } from '../../plan/conduct-model.ts';
import type { CompiledPlan, PlanPlan } from '../../plan/model.ts';
import { assertNever } from '../../text/assert-never.ts';
import type { OpenedTicket } from './opened-ticket.ts';

/** Rules that are asked when a ticket is opened, where they would do something to it. */
export function ofRule(
  { severities }: CompiledPlan,
  plan: PlanPlan,
  { name, plan: of, trigger, when, actions }: PlanRule,
  { key, factOf }: OpenedTicket,
): readonly string[] {
  if (of !== null && of !== plan.name) return [];
  if (trigger !== null && !(trigger.kind === 'event' && trigger.event === 'opened')) return [];
  const does = actions.flatMap((action) => effectOf(action, severities, key.severity));
  const answer = when === null ? true : answerOf(when, factOf);
  const [effect] = does;
  if (effect === undefined || answer === false) return [];
  return [
    answer === true
      ? `the rule "${name}" ${effect.does}`
      : `the rule "${name}" ${effect.may}, by \`${answer.missing}\``,
  ];
}

interface Effect {
  readonly does: string;
  readonly may: string;
}

function effectOf(
  action: PlanAction,
  severities: CompiledPlan['severities'],
  severity: number,
): readonly Effect[] {
  const makes = (name: string): Effect => ({ does: `makes it ${name}`, may: `may make it ${name}` });
  const rankOf = (name: string): number => severities.findIndex((each) => each.name === name);
  switch (action.kind) {
    case 'set severity':
      return rankOf(action.severity) === severity ? [] : [makes(action.severity)];
    case 'cap severity':
    case 'lower':
      return rankOf(action.severity) > severity ? [makes(action.severity)] : [];
    case 'raise':
      return rankOf(action.severity) < severity ? [makes(action.severity)] : [];
    case 'raise by steps':
    case 'lower by steps': {
      const step = action.steps.find(({ from }) => rankOf(from) === severity);
      return step === undefined ? [] : [makes(step.to)];
    }
    case 'severity by facts':
      return [{ does: 'gives it the severity of its facts', may: 'may give it the severity of its facts' }];
    case 'close':
      return [{ does: 'closes it', may: 'may close it' }];
    case 'wait':
      return [{ does: 'has it wait', may: 'may have it wait' }];
    case 'tell':
      return [];
    default:
      return assertNever(action);
  }
}

import type { PlanCondition } from '../../plan/entitlement-model.ts';
import type { PlanOrigin, PlanPlan } from '../../plan/model.ts';
import { answerOf, type FactOf } from '../grade-ticket.ts';
import { selects, type TicketKey } from '../select-target.ts';
import { narrowestOf } from './narrowness.ts';

/** What becomes of a ticket before any clock: it is dealt with, refused, or has another promise, and why. */
export interface Admission {
  readonly outcome: 'admitted' | 'refused' | 'best effort' | 'no promise' | 'clock pauses';
  /** What decides it, the first that refuses before what weakens the promise; none where nothing does. */
  readonly reasons: readonly AdmissionReason[];
  /** Facts on which it hangs and that the ticket does not say; what hangs on them is left out. */
  readonly missing: readonly string[];
}

export interface AdmissionReason {
  readonly kind: 'not eligible' | 'excluded' | 'requirement not met' | 'language not offered';
  readonly outcome: Exclude<Admission['outcome'], 'admitted'>;
  /** What the customer is told, in the contract's words. */
  readonly words: string;
  readonly origin: PlanOrigin | null;
}

const OUTCOMES = {
  refuse: 'refused',
  'best effort': 'best effort',
  'no promise': 'no promise',
  pause: 'clock pauses',
} as const;
const GRAVEST: readonly AdmissionReason['outcome'][] = [
  'refused',
  'no promise',
  'best effort',
  'clock pauses',
];

/**
 * Whether a plan deals with a ticket, by its facts. `unmet` are the requirements, in the contract's words, that somebody
 * has found not to be met: no fact says so. An exclusion that names no case and no tickets is a text, and excludes none.
 */
export function admissionOf(
  plan: PlanPlan,
  ticket: TicketKey,
  factOf: FactOf,
  unmet: ReadonlySet<string> = new Set(),
): Admission {
  const missing = new Set<string>();
  const holds = (condition: PlanCondition): boolean | null => {
    const answer = answerOf(condition, factOf);
    if (typeof answer === 'boolean') return answer;
    missing.add(answer.missing);
    return null;
  };
  const reasons: AdmissionReason[] = [];
  for (const { when, refusal, origin } of plan.eligibility) {
    if (holds(when) === false)
      reasons.push({ kind: 'not eligible', outcome: 'refused', words: refusal, origin });
  }
  for (const { says, text, when, condition, otherwise, origin } of plan.provisions) {
    if (!selects(when, ticket)) continue;
    const isNarrowed = condition !== null || narrows(when);
    const applies = condition === null ? true : holds(condition);
    if (says === 'exclude' && isNarrowed && applies === true)
      reasons.push({ kind: 'excluded', outcome: 'refused', words: text, origin });
    if (says === 'requires' && otherwise !== null && applies === true && unmet.has(text))
      reasons.push({ kind: 'requirement not met', outcome: OUTCOMES[otherwise], words: text, origin });
  }
  const language = factOf('language');
  if (plan.languages !== null && typeof language === 'string' && !plan.languages.includes(language)) {
    const words = `support is given in ${plan.languages.join(', ')}`;
    reasons.push({ kind: 'language not offered', outcome: 'refused', words, origin: null });
  }
  reasons.sort((a, b) => GRAVEST.indexOf(a.outcome) - GRAVEST.indexOf(b.outcome));
  return { outcome: reasons[0]?.outcome ?? 'admitted', reasons, missing: [...missing].sort() };
}

function narrows(when: PlanPlan['provisions'][number]['when']): boolean {
  const { severities, regions, channels, types, facts } = when;
  return facts.length > 0 || [severities, regions, channels, types].some((names) => names !== null);
}

/** A standing limit, such as three named contacts, that one more would go beyond. */
export interface LimitReached {
  readonly thing: string;
  readonly most: number;
  /** What is counted, in words; empty where the thing says it. */
  readonly words: string;
  readonly origin: PlanOrigin;
}

/** The standing limit that `count` of a thing go beyond, of several lines by the narrowest; null where they are within it, or the plan states none. */
export function limitReached(
  plan: PlanPlan,
  ticket: TicketKey,
  thing: string,
  count: number,
): LimitReached | null {
  const limits = plan.quotas.filter(
    (each) =>
      each.thing === thing && each.period === null && each.usedWhen === null && selects(each.when, ticket),
  );
  const quota = narrowestOf(limits);
  if (quota === null || quota.amount === null || count <= quota.amount) return null;
  return { thing, most: quota.amount, words: quota.text, origin: quota.origin };
}

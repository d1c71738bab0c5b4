import { answerOf, selects } from '../../engine/index.ts';
import { isSettledBeyond } from '../../engine/entitlement/beyond-quota.ts';
import type { PlanOverQuota, PlanProvision, PlanQuota } from '../../plan/entitlement-model.ts';
import type { CompiledPlan, PlanPlan } from '../../plan/model.ts';
import type { OpenedTicket } from './opened-ticket.ts';

/** Who may ask, what is not promised, under what it is, and beyond which quota it is lost. */
export function ofProvisions(
  contract: CompiledPlan,
  plan: PlanPlan,
  ticket: OpenedTicket,
  /** Whether a ledger is kept: then what becomes of tickets beyond most quotas is known. */
  isCounted = false,
): readonly string[] {
  const counted = isCounted ? plan.quotas.filter((quota) => !isSettledBeyond(quota)) : plan.quotas;
  return [
    ...refusals(plan, ticket),
    ...exclusions(plan, ticket),
    ...requirements(plan, ticket),
    ...scope(contract, plan, ticket),
    ...quotas(counted, ticket),
  ];
}

/** A refusal that is certain is told in the contract's words; what may refuse it is told by the facts that decide. */
function refusals({ eligibility }: PlanPlan, { factOf }: OpenedTicket): readonly string[] {
  const answers = eligibility.map(({ when, refusal }) => ({ answer: answerOf(when, factOf), refusal }));
  const certain = answers.find(({ answer }) => answer === false);
  if (certain !== undefined) return [`it is refused: "${certain.refusal}"`];
  const open = missingFacts(answers.map(({ answer }) => answer));
  return open === null ? [] : [`it may be refused, by ${open}`];
}

/** The same of what is excluded; what is excluded in words alone is for people to judge. */
function exclusions(plan: PlanPlan, ticket: OpenedTicket): readonly string[] {
  const said = provisionsOf(plan, ticket, 'exclude');
  const certain = said.flatMap(({ text, answer }) => (answer === true ? [`"${text}"`] : []));
  const inWords = said.flatMap(({ text, answer }) => (answer === 'in words' ? [`"${text}"`] : []));
  const open = missingFacts(said.map(({ answer }) => answer));
  return [
    ...(certain.length === 0 ? [] : [`it is excluded: ${some(certain)}`]),
    ...(open === null ? [] : [`it may be excluded, by ${open}`]),
    ...(inWords.length === 0 ? [] : [`excluded, for people to judge: ${some(inWords)}`]),
  ];
}

/** The facts that would decide, each once; null where all is decided. */
function missingFacts(answers: readonly (boolean | string | { readonly missing: string })[]): string | null {
  const facts = answers.flatMap((answer) => (typeof answer === 'object' ? [`\`${answer.missing}\``] : []));
  return facts.length === 0 ? null : [...new Set(facts)].join(', ');
}

function requirements(plan: PlanPlan, ticket: OpenedTicket): readonly string[] {
  return provisionsOf(plan, ticket, 'requires').flatMap(({ text, otherwise }) =>
    otherwise === null ? [] : [`without "${text}" ${WITHOUT[otherwise]}`],
  );
}

const WITHOUT: Readonly<Record<NonNullable<PlanProvision['otherwise']>, string>> = {
  refuse: 'it is refused',
  'best effort': 'it has best effort',
  'no promise': 'it has no promise',
  pause: 'its clocks pause',
};

interface Provided extends PlanProvision {
  readonly answer: true | { readonly missing: string } | 'in words';
}

/** The provisions of a kind that a ticket may fall under. */
function provisionsOf(
  { provisions }: PlanPlan,
  { key, factOf }: OpenedTicket,
  kind: PlanProvision['says'],
): readonly Provided[] {
  return provisions.flatMap((provision) => {
    const { says, when, condition } = provision;
    if (says !== kind || !selects(when, key)) return [];
    const answer = condition === null ? 'in words' : answerOf(condition, factOf);
    return answer === false ? [] : [{ ...provision, answer }];
  });
}

function scope(contract: CompiledPlan, plan: PlanPlan, { key }: OpenedTicket): readonly string[] {
  const { availableIn, versions, name } = plan;
  const region = contract.regions[key.region];
  const elsewhere = region !== undefined && availableIn !== null && !availableIn.includes(key.region);
  return [
    ...(elsewhere ? [`\`${name}\` cannot be bought in ${region.name}`] : []),
    ...(versions === null ? [] : [`it is promised for the versions ${versions.join(', ')}`]),
  ];
}

/** Quotas beyond which a ticket loses its promise; what is beyond them and billed keeps it. */
function quotas(of: readonly PlanQuota[], { key }: OpenedTicket): readonly string[] {
  return of.flatMap((quota) => {
    const { over, overChoices, when } = quota;
    const lost = [...new Set([...(over === null ? [] : [over]), ...overChoices])].filter(
      (each) => each !== 'bill',
    );
    if (lost.length === 0 || !selects(when, key)) return [];
    return [`beyond ${amountOf(quota)} ${lost.map((each) => OVER[each]).join(' or ')}`];
  });
}

const OVER: Readonly<Record<PlanOverQuota, string>> = {
  refuse: 'it is refused',
  bill: 'it is billed',
  'best effort': 'it has best effort',
  'no promise': 'it has no promise',
  hold: 'it is put on hold',
  close: 'it is closed',
};

function amountOf({ amount, thing, period }: PlanQuota): string {
  if (amount === null) return `the ${thing} that were bought`;
  return `${String(amount)} ${thing}${period === null ? '' : ` per ${period.unit}`}`;
}

/** Some of many, so that a sentence stays one. */
function some(texts: readonly string[]): string {
  const shown = texts.slice(0, 2);
  const others = texts.length - shown.length;
  return others === 0 ? shown.join(' and ') : `${shown.join(', ')} and ${String(others)} more`;
}

import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { CustomerNode, NeedNode, TeamNode } from '../syntax/tree.ts';
import type { CheckedContract, CheckedPlan } from './model.ts';
import { fractionOf } from './check-money.ts';
import { checkCurrency, checkMoney } from './check-money.ts';
import { checkScenarioFacts } from './check-scenario-facts.ts';
import { elapsedSeconds, textOf } from './check-time.ts';
import { type CheckContext, originOf, report } from './context.ts';
import type { Scope } from './scope.ts';
import type { Customer, Need, TeamPay } from './simulation-model.ts';
import { isNamed } from './unit-named.ts';

/** The customer of a simulation, its words found in the contract; null, and findings, where one is not there. */
export function checkCustomer(
  context: CheckContext,
  scope: Scope,
  node: CustomerNode,
  { plans, currency }: CheckedContract,
): Customer | null {
  const facts = [...checkScenarioFacts(context, scope, node.facts)];
  let isWhole = facts.length === node.facts.length;
  const units = unitsOf(plans);
  const numbers = scope.facts().flatMap(({ name, type }) => (type.kind === 'number' ? [name] : []));
  const sizes = new Map<string, string>();
  for (const { count, unit } of node.sizes) {
    const known = units.find((each) => isNamed(each, unit.text));
    const fact = numbers.find((each) => each === unit.text || isNamed(known ?? '', each));
    const isTwice = sizes.has(known ?? '') || facts.some((each) => each.fact === fact);
    if (isTwice) report(context, 'simulation/clause-twice', unit.span, { clause: unit.text });
    if (known === undefined && fact === undefined) {
      const candidates = [...units.map((each) => `${each}s`), ...numbers];
      const nearest = nearestWord(unit.text, candidates);
      report(context, 'simulation/unknown-size', unit.span, { size: unit.text, nearest, known: candidates });
    }
    if (isTwice || (known === undefined && fact === undefined)) isWhole = false;
    if (known !== undefined) sizes.set(known, count.text);
    if (fact !== undefined) facts.push({ fact, value: Number(count.text) });
  }
  const words = chargedIn(plans).flatMap((price) => (price.kind === 'share' ? [price.of] : []));
  const sums = node.sums.flatMap(({ of, money }) => {
    const found = checkMoney(context, money, currency);
    const isKnown = words.includes(of.text);
    if (!isKnown)
      report(context, 'simulation/unknown-sum', of.span, { sum: of.text, known: [...new Set(words)] });
    return found === null || !isKnown ? [] : [{ of: of.text, currency: found, amount: money.amount.text }];
  });
  const region = node.region === null ? null : scope.resolve(context, 'region', node.region);
  const options = new Set(plans.flatMap((plan) => plan.options.map(({ text }) => text)));
  const sold = new Set(plans.flatMap((plan) => plan.packs.map(({ text }) => text)));
  const packs = new Map<string, number>();
  const booked: string[] = [];
  for (const { text, count } of node.booked) {
    const number = count === null ? 1 : Number(count.text);
    if (sold.has(text.text) && Number.isSafeInteger(number) && number > 0) {
      packs.set(text.text, (packs.get(text.text) ?? 0) + number);
    } else if (options.has(text.text) && count === null) booked.push(text.text);
    else {
      const known = [...options, ...sold];
      const nearest = known.includes(text.text) ? null : nearestWord(text.text, known);
      report(context, 'simulation/not-sold', text.span, { text: text.text, nearest, known });
      isWhole = false;
    }
  }
  if (!isWhole || sums.length < node.sums.length || (node.region !== null && region === null)) return null;
  return {
    sizes: [...sizes].map(([unit, count]) => ({ unit, count })),
    sums,
    facts,
    region,
    options: [...new Set(booked)],
    packs: [...packs].map(([text, count]) => ({ text, count })),
    origin: originOf(context, node.span),
  };
}

/** What a customer needs of its tickets. */
export function checkNeed(context: CheckContext, scope: Scope, node: NeedNode): Need | null {
  const metric = scope.resolve(context, 'metric', node.metric);
  const { numerator, denominator } = fractionOf(node.share.text);
  const share = numerator / (denominator * 100);
  const seconds = node.within === null ? null : elapsedSeconds(context, node.within);
  const severities = node.severities?.map((name) => scope.resolve(context, 'severity', name)) ?? null;
  const isShare = share > 0 && share <= 1;
  if (!isShare) report(context, 'simulation/no-share', node.share.span, { share: node.share.text });
  if (metric === null || !isShare || (node.within !== null && seconds === null)) return null;
  if (severities?.includes(null) === true) return null;
  return {
    metric,
    share,
    seconds,
    severities: severities?.filter((name) => name !== null) ?? null,
    words: textOf(context, { start: node.metric.span.start, end: node.span.end }).trim(),
    origin: originOf(context, node.span),
  };
}

/** What an agent of a team costs, in any one currency: that of those who are paid, which need not be the contract's. */
export function checkPay(context: CheckContext, pay: NonNullable<TeamNode['pay']>): TeamPay | null {
  const { regular, overtime } = pay;
  const currency = checkMoney(context, regular.money, null);
  const other = overtime === null ? currency : checkCurrency(context, overtime.money.currency, currency);
  const wrong = [regular, ...(overtime === null ? [] : [overtime])].find(({ per }) => per.text !== 'hour');
  if (wrong !== undefined)
    report(context, 'simulation/pay-per-hour', wrong.per.span, { per: wrong.per.text });
  if (currency === null || other === null || wrong !== undefined) return null;
  return {
    currency,
    perHour: regular.money.amount.text,
    overtimePerHour: (overtime ?? regular).money.amount.text,
  };
}

/** What work may be of: an activity, a charge of one of the plans by its name, or a visit where visits are counted. */
export function isCharged(plans: readonly CheckedPlan[], name: string): boolean {
  return plans.some(
    ({ charges, quotas }) =>
      charges.some((charge) => charge.name === name) ||
      (name === 'visit' && quotas.some(({ thing }) => thing === 'visits')),
  );
}

function unitsOf(plans: readonly CheckedPlan[]): readonly string[] {
  const surcharged = plans.flatMap(({ surcharges }) =>
    surcharges.flatMap(({ amount }) => (amount.kind === 'money' ? [amount.unit] : [])),
  );
  return [...new Set([...chargedIn(plans).flatMap(({ unit }) => unit ?? []), ...surcharged])];
}

function chargedIn(plans: readonly CheckedPlan[]) {
  return plans
    .flatMap(({ price, options }) => [price, ...options.map((option) => option.price)])
    .flatMap((price) => (price?.kind === 'amount' || price?.kind === 'share' ? [price] : []));
}

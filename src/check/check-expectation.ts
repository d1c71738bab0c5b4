import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { ExpectationNode, MomentNode, NameNode } from '../syntax/tree.ts';
import { checkMoney } from './check-money.ts';
import { type ReadMoment, reportUncounted } from './check-story.ts';
import { type CheckContext, originOf, report } from './context.ts';
import { instantOfMoment } from './instant-of-moment.ts';
import type { ScenarioGround } from './scenario-ground.ts';
import type { CheckedExpectation, ExpectedCharge, Moment } from './scenario-model.ts';

/** What must be true of a story; null, and a finding, where it cannot be made out or can never be. */
export function checkExpectation(
  context: CheckContext,
  ground: ScenarioGround,
  node: ExpectationNode,
  opened: Moment | null,
  readMoment: ReadMoment,
): CheckedExpectation | null {
  const { scope } = ground;
  const origin = originOf(context, node.span);
  const read = (moment: MomentNode): Moment | null => readMoment(moment, 'the expectation');
  /** Undefined where it was written and is none. */
  const readAt = (moment: MomentNode | null): Moment | null | undefined => {
    if (moment === null) return null;
    const at = read(moment);
    if (at === null) return undefined;
    if (opened === null || instantOfMoment(at) >= instantOfMoment(opened)) return at;
    report(context, 'scenario/out-of-order', moment.span, { what: 'the expectation', than: 'the opening' });
    return undefined;
  };
  switch (node.kind) {
    case 'expect by':
    case 'expect aimed': {
      const clock = checkClock(context, ground, node.metric, node.occurrence);
      const by = read(node.by);
      const kind = node.kind === 'expect by' ? 'due' : 'aimed';
      return clock === null || by === null ? null : { kind, ...clock, by, origin };
    }
    case 'expect word': {
      const clock = checkClock(context, ground, node.metric, node.occurrence);
      return clock === null ? null : { kind: 'word', ...clock, word: node.word, origin };
    }
    case 'expect status': {
      const clock = checkClock(context, ground, node.metric, node.occurrence);
      const at = readAt(node.at);
      return clock === null || at === undefined
        ? null
        : { kind: 'status', ...clock, status: node.status, at, origin };
    }
    case 'expect severity': {
      const severity = scope.resolve(context, 'severity', node.severity);
      const at = readAt(node.at);
      return severity === null || at === undefined
        ? null
        : { kind: 'severity', becomes: node.becomes, severity, at, origin };
    }
    case 'expect state': {
      const state = scope.resolve(context, 'state', node.state);
      const at = readAt(node.at);
      return state === null || at === undefined ? null : { kind: 'state', state, at, origin };
    }
    case 'expect notice': {
      const at = readAt(node.at);
      if (!isAmong(context, ground, [...ground.told], node.to, 'scenario/nobody-tells') || at === undefined)
        return null;
      return { kind: 'notice', no: node.no, to: node.to.text, at, origin };
    }
    case 'expect charge': {
      const charge = checkCharge(context, ground, node);
      return charge === null ? null : { kind: 'charge', charge, origin };
    }
    case 'expect refused': {
      const { because } = node;
      if (because === null) return { kind: 'refused', because: null, origin };
      if (!isAmong(context, ground, ground.refusals, because, 'scenario/no-such-refusal')) return null;
      return { kind: 'refused', because: because.text, origin };
    }
    case 'expect closed': {
      const at = readAt(node.at);
      return at === undefined ? null : { kind: 'closed', at, origin };
    }
  }
}

function checkClock(
  context: CheckContext,
  ground: ScenarioGround,
  metric: NameNode,
  number: NameNode | null,
): { readonly metric: string; readonly occurrence: number | null } | null {
  const name = ground.scope.resolve(context, 'metric', metric);
  const occurrence = number === null ? null : Number(number.text);
  if (number !== null && (!Number.isInteger(occurrence) || occurrence === 0)) {
    report(context, 'scenario/no-such-run', number.span, { number: number.text });
    return null;
  }
  if (name === null) return null;
  if (ground.metrics.has(name)) return { metric: name, occurrence };
  if (ground.isSound) {
    const { plan } = ground;
    report(context, 'scenario/not-promised', metric.span, {
      metric: name,
      plan,
      candidates: [...ground.metrics],
    });
  }
  return null;
}

function checkCharge(
  context: CheckContext,
  ground: ScenarioGround,
  { charge, span }: Extract<ExpectationNode, { kind: 'expect charge' }>,
): ExpectedCharge | null {
  switch (charge.kind) {
    case 'nothing':
      return charge;
    case 'money': {
      const [own = null] = ground.currencies;
      const currency = checkMoney(context, charge.money, own);
      if (currency === null) return null;
      if (ground.currencies.has(currency))
        return { kind: 'money', currency, amount: charge.money.amount.text };
      if (ground.isSound) report(context, 'scenario/no-charge-in-money', span, { plan: ground.plan });
      return null;
    }
    case 'units':
    case 'over': {
      const { thing, amount } = charge;
      if (ground.things.has(thing.text)) return { kind: charge.kind, thing: thing.text, amount: amount.text };
      if (ground.isSound) reportUncounted(context, ground, thing.text, thing.span);
      return null;
    }
  }
}

/** Whether what is expected is among what the contract can bring about; a finding where it is not. */
function isAmong(
  context: CheckContext,
  { plan, isSound }: ScenarioGround,
  candidates: readonly string[],
  name: NameNode,
  code: 'scenario/nobody-tells' | 'scenario/no-such-refusal',
): boolean {
  if (candidates.includes(name.text)) return true;
  const nearest = nearestWord(name.text, candidates);
  if (isSound) report(context, code, name.span, { name: name.text, plan, nearest, candidates });
  return false;
}

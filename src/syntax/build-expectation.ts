import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import { promiseWordOf } from './build-cell.ts';
import { wordsOf } from './build-conduct.ts';
import { buildMoney } from './build-entitlement.ts';
import { buildMoment, buildName, buildWords, nameOfToken } from './build-parts.ts';
import { hasWord, node, nodeSpan, optionalNode, optionalToken, token } from './cst.ts';
import type { ExpectationNode, ExpectedChargeNode, ExpectedStatus, MomentNode } from './tree.ts';

const STATUSES: readonly ExpectedStatus[] = ['met', 'missed', 'running', 'paused', 'cancelled'];

export function buildExpectation(cst: CstNode, span: Span, text: string): ExpectationNode {
  const clock = optionalNode(cst, 'expectedClock');
  if (clock !== null) return buildClock(clock, span);
  const severity = optionalNode(cst, 'expectedSeverity');
  if (severity !== null) {
    const becomes = hasWord(severity, 'becomes');
    return {
      kind: 'expect severity',
      becomes,
      severity: buildName(node(severity, 'name')),
      ...at(severity),
      span,
    };
  }
  const state = optionalNode(cst, 'expectedState');
  if (state !== null) {
    return { kind: 'expect state', state: wordsOf(node(state, 'state'), text), ...at(state), span };
  }
  const notice = optionalNode(cst, 'expectedNotice');
  if (notice !== null) {
    const to = buildName(node(notice, 'name'));
    return { kind: 'expect notice', no: hasWord(notice, 'no'), to, ...at(notice), span };
  }
  const charge = optionalNode(cst, 'expectedCharge');
  if (charge !== null) return { kind: 'expect charge', charge: buildCharge(charge), span };
  const refusal = optionalNode(cst, 'expectedRefusal');
  if (refusal === null) return { kind: 'expect closed', ...at(node(cst, 'expectedClose')), span };
  const words = optionalNode(refusal, 'words');
  return {
    kind: 'expect refused',
    because: words === null ? null : { text: buildWords(refusal), span: nodeSpan(words) },
    span,
  };
}

function buildClock(cst: CstNode, span: Span): ExpectationNode {
  const number = optionalToken(cst, 'Number');
  const named = {
    metric: buildName(node(cst, 'name')),
    occurrence: number === null ? null : nameOfToken(number),
    span,
  };
  const word = optionalNode(cst, 'promiseWord');
  if (word !== null) return { kind: 'expect word', ...named, word: promiseWordOf(word) };
  const by = optionalNode(cst, 'moment');
  if (by !== null)
    return { kind: hasWord(cst, 'by') ? 'expect by' : 'expect aimed', ...named, by: buildMoment(by) };
  const status = STATUSES.find((each) => hasWord(cst, each)) ?? 'not started';
  return { kind: 'expect status', ...named, status, ...at(cst) };
}

function buildCharge(cst: CstNode): ExpectedChargeNode {
  if (hasWord(cst, 'nothing')) return { kind: 'nothing' };
  const money = optionalNode(cst, 'money');
  if (money !== null) return { kind: 'money', money: buildMoney(money) };
  return {
    kind: hasWord(cst, 'over') ? 'over' : 'units',
    amount: nameOfToken(token(cst, 'Number')),
    thing: buildName(node(cst, 'name')),
  };
}

function at(cst: CstNode): { readonly at: MomentNode | null } {
  const moment = optionalNode(node(cst, 'expectedAt'), 'moment');
  return { at: moment === null ? null : buildMoment(moment) };
}

import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import { buildMoney } from './build-entitlement.ts';
import { buildAmount, buildFactTest, buildName, buildNames, nameOfToken } from './build-parts.ts';
import { percent } from './build-simulation.ts';
import { node, nodes, nodeSpan, optionalNode, optionalToken, token, tokens, tokenSpan } from './cst.ts';
import type { CustomerNode, NeedNode, PaidNode, PayNode } from './simulation-tree.ts';

/** Who the customer of a simulation is and what it needs, and what the desk is paid. */

export function buildCustomer(clause: CstNode, span: Span): CustomerNode {
  const terms = nodes(clause, 'customerTerm');
  const region = optionalNode(clause, 'name');
  return {
    kind: 'customer',
    sizes: terms.flatMap((term) => {
      const count = optionalToken(term, 'Number');
      return count === null
        ? []
        : [{ count: nameOfToken(count), unit: nameOfToken(token(term, 'Identifier')) }];
    }),
    sums: terms.flatMap((term) => {
      const money = optionalNode(term, 'money');
      return money === null ? [] : [{ of: nameOfToken(token(term, 'Text')), money: buildMoney(money) }];
    }),
    facts: terms.flatMap((term) => nodes(term, 'factTest').map(buildFactTest)),
    region: region === null ? null : buildName(region),
    booked: nodes(clause, 'booked').map((booked) => {
      const count = optionalToken(booked, 'Number');
      return {
        text: nameOfToken(token(booked, 'Text')),
        count: count === null ? null : nameOfToken(count),
      };
    }),
    span,
  };
}

export function buildNeed(clause: CstNode, span: Span): NeedNode {
  const share = token(clause, 'Percent');
  const within = optionalNode(clause, 'amount');
  const severities = optionalNode(clause, 'names');
  return {
    kind: 'needs',
    metric: buildName(node(clause, 'name')),
    share: percent(share.image, tokenSpan(share)),
    within: within === null ? null : buildAmount(within),
    severities: severities === null ? null : buildNames(severities),
    span,
  };
}

export function buildPay(pay: CstNode): PayNode {
  const units = tokens(pay, 'Identifier').map(nameOfToken);
  const [regular, overtime] = nodes(pay, 'money').map((money, i): PaidNode => {
    return { money: buildMoney(money), per: units[i] ?? { text: '', span: nodeSpan(money) } };
  });
  if (regular === undefined) throw new Error('the grammar promised a sum');
  return { regular, overtime: overtime ?? null, span: nodeSpan(pay) };
}

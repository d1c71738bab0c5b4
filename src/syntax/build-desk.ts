import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import { buildCalendarName } from './build-calendar.ts';
import { buildName, buildNames, buildSelector, nameOfToken } from './build-parts.ts';
import { buildTeamNames, percent } from './build-simulation.ts';
import type { ReadClause } from './clause-reader.ts';
import { buildPay } from './build-costs.ts';
import { hasWord, isToken, node, nodes, token, tokens, tokenSpan } from './cst.ts';
import type { AgainWord, DeskClauseNode, TeamNode } from './tree.ts';

export function buildDeskClause({ rule, cst, span }: ReadClause): DeskClauseNode {
  switch (rule) {
    case 'teamClause':
      return buildTeam(cst, span);
    case 'takesClause':
      return buildTakes(cst, span);
    case 'shrinkageClause': {
      const share = token(cst, 'Percent');
      return {
        kind: 'shrinkage',
        share: percent(share.image, tokenSpan(share)),
        of: buildTeamNames(cst),
        span,
      };
    }
    case 'closingClause':
      return buildClosing(cst, span);
    case 'interruptClause':
      return {
        kind: 'interrupt',
        severities: buildNames(node(cst, 'names')),
        then: buildAgain(node(cst, 'again')),
        span,
      };
    case 'roomClause':
      return { kind: 'room', waiting: nameOfToken(token(cst, 'Number')), span };
    default:
      throw new Error(`no builder for ${rule}`);
  }
}

function buildTeam(clause: CstNode, span: Span): TeamNode {
  const [pay] = nodes(clause, 'teamPay');
  return {
    kind: 'team',
    name: nameOfToken(token(clause, 'Text')),
    agents: nameOfToken(token(clause, 'Number')),
    calendar: buildCalendarName(node(clause, 'calendarName')),
    for: buildSelector(clause),
    pay: pay === undefined ? null : buildPay(pay),
    span,
  };
}

function buildTakes(clause: CstNode, span: Span): DeskClauseNode {
  const keys = nodes(clause, 'takesKey').map((key) => {
    const words = Object.values(key.children).flat();
    const word = words.find(isToken)?.image;
    return word === 'severity' || word === 'deadline' ? word : 'arrival';
  });
  const allAtOnce = hasWord(clause, 'once');
  if (!hasWord(clause, 'age')) return { kind: 'takes', keys, weights: null, allAtOnce, span };
  const numbers = tokens(clause, 'Number').map(nameOfToken);
  const weights = nodes(clause, 'name').map((name, i) => ({
    name: buildName(name),
    weight: numbers[i] ?? { text: '1', span },
  }));
  return { kind: 'takes', keys, weights, allAtOnce, span };
}

function buildClosing(clause: CstNode, span: Span): DeskClauseNode {
  const again = nodes(clause, 'again')[0];
  const handsOver = hasWord(clause, 'hand');
  const hasTeams = hasWord(clause, 'of');
  return {
    kind: 'closing',
    of: hasTeams ? buildTeamNames(clause) : null,
    does: handsOver ? 'hand over' : again === undefined ? 'finish' : buildAgain(again),
    to: handsOver ? (buildTeamNames(clause, hasTeams ? 1 : 0) ?? []) : [],
    span,
  };
}

function buildAgain(again: CstNode): AgainWord {
  return (['restart', 'redraw'] as const).find((word) => hasWord(again, word)) ?? 'resume';
}

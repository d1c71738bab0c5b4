import type { BlockReader } from './block-reader.ts';
import { buildFactTest, buildMoment, buildName, buildNames, buildZone, nameOfToken } from './build-parts.ts';
import { promiseWordOf } from './build-cell.ts';
import type { ReadClause } from './clause-reader.ts';
import { node, nodes, optionalNode, token } from './cst.ts';
import type { DeclarationNode, ScenarioClauseNode } from './tree.ts';

function buildScenarioClause({ rule, cst, span }: ReadClause): ScenarioClauseNode {
  if (rule === 'storyZoneClause') return { kind: 'zone', zone: buildZone(node(cst, 'zone')), span };
  if (rule === 'storyHolidaysClause') return { kind: 'holidays', sets: buildNames(node(cst, 'names')), span };
  if (rule === 'openedClause') return { kind: 'opened', at: buildMoment(node(cst, 'moment')), span };
  if (rule === 'factClause') return { kind: 'fact', tests: nodes(cst, 'factTest').map(buildFactTest), span };
  if (rule === 'namedClause') {
    const kind = token(cst, 'Identifier').image as 'plan' | 'severity' | 'region' | 'channel' | 'type';
    return { kind, name: buildName(node(cst, 'name')), span };
  }
  const metric = buildName(node(cst, 'name'));
  const word = optionalNode(cst, 'promiseWord');
  if (word !== null) return { kind: 'expect word', metric, word: promiseWordOf(word), span };
  return { kind: 'expect by', metric, by: buildMoment(node(cst, 'moment')), span };
}

export function buildScenario(blocks: BlockReader, head: ReadClause): DeclarationNode {
  const name = nameOfToken(token(head.cst, 'Text'));
  const { items, broken } = blocks.rows(head, 'scenario', [`scenario "${name.text}"`], buildScenarioClause);
  return { kind: 'scenario', name, text: '', clauses: items, broken, span: head.span };
}

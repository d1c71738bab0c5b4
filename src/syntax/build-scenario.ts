import type { BlockReader } from './block-reader.ts';
import { buildExpectation } from './build-expectation.ts';
import { buildFactTest, buildMoment, buildName, buildNames, buildZone, nameOfToken } from './build-parts.ts';
import { buildStoryRow } from './build-story-row.ts';
import type { ReadClause } from './clause-reader.ts';
import { node, nodes, token } from './cst.ts';
import type { Attribute, DeclarationNode, ScenarioClauseNode } from './tree.ts';

function buildScenarioClause({ rule, cst, span }: ReadClause, text: string): ScenarioClauseNode {
  switch (rule) {
    case 'storyZoneClause':
      return { kind: 'zone', zone: buildZone(node(cst, 'zone')), span };
    case 'storyHolidaysClause':
      return { kind: 'holidays', sets: buildNames(node(cst, 'names')), span };
    case 'openedClause':
      return { kind: 'opened', at: buildMoment(node(cst, 'moment')), span };
    case 'storyEndClause':
      return { kind: 'until', at: buildMoment(node(cst, 'moment')), span };
    case 'storyRowClause':
      return buildStoryRow(cst, span, text);
    case 'factClause':
      return { kind: 'fact', tests: nodes(cst, 'factTest').map(buildFactTest), span };
    case 'namedClause': {
      const kind = token(cst, 'Identifier').image as Attribute;
      return { kind, name: buildName(node(cst, 'name')), span };
    }
    default:
      return buildExpectation(cst, span, text);
  }
}

export function buildScenario(blocks: BlockReader, head: ReadClause): DeclarationNode {
  const name = nameOfToken(token(head.cst, 'Text'));
  const { items, broken } = blocks.rows(head, 'scenario', [`scenario "${name.text}"`], (clause) =>
    buildScenarioClause(clause, blocks.reader.source.text),
  );
  const reviewed = head.rule !== 'unreviewedHead';
  return { kind: 'scenario', name, text: '', reviewed, clauses: items, broken, span: head.span };
}

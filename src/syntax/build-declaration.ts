import type { OutlineEntry } from '../../grammar/outline.ts';
import type { BlockReader } from './block-reader.ts';
import { buildChange, buildEscalate, buildRule } from './build-conduct.ts';
import { buildName, buildWords, nameOfToken } from './build-parts.ts';
import { node, token } from './cst.ts';
import type { DeclarationNode, WordNode } from './tree.ts';
import { buildCalendar, buildHolidays } from './build-calendar-block.ts';
import { buildClock } from './build-clock-block.ts';
import { buildContract, buildFact, buildSeverity, buildRegion } from './build-contract.ts';
import { buildMatrix } from './build-matrix.ts';
import { buildPlan, buildTargets } from './build-plan-block.ts';
import { buildScenario } from './build-scenario.ts';
import { buildSimulation } from './build-simulation-block.ts';

/** From an outline entry to a declaration: its head, then each clause of its block; null where the head cannot be read. */
export function buildDeclaration(blocks: BlockReader, entry: OutlineEntry): DeclarationNode | null {
  const head = blocks.reader.read(entry, 'file', []);
  if (head === null) return null;
  const { cst, span } = head;
  switch (head.rule) {
    case 'importClause':
      return { kind: 'import', path: nameOfToken(token(cst, 'Text')), span };
    case 'contractHead':
      return buildContract(blocks, head);
    case 'factsHead': {
      const { items, broken } = blocks.rows(head, 'facts', ['facts'], buildFact);
      return { kind: 'facts', rows: items, broken, span };
    }
    case 'declaredWord': {
      const kind = token(cst, 'Identifier').image as WordNode['kind'];
      return { kind, name: buildName(node(cst, 'name')), text: buildWords(cst), broken: false, span };
    }
    case 'severitiesHead': {
      const { items, broken } = blocks.rows(head, 'severities', ['severities'], buildSeverity);
      return { kind: 'severities', rows: items, broken, span };
    }
    case 'matrixHead':
      return buildMatrix(blocks, head);
    case 'regionsHead': {
      const key = nameOfToken(token(cst, 'Identifier', 1));
      const { items, broken } = blocks.rows(head, 'regions', ['regions'], buildRegion);
      return { kind: 'regions', key, rows: items, broken, span };
    }
    case 'calendarHead':
      return buildCalendar(blocks, head);
    case 'holidaysHead':
      return buildHolidays(blocks, head);
    case 'planHead':
      return buildPlan(blocks, head);
    case 'targetsByPlanHead': {
      const metric = buildName(node(cst, 'name'));
      const table = buildTargets(blocks, head, [`targets ${metric.text} by plan`]);
      return { ...table, kind: 'targets by plan', metric };
    }
    case 'clockHead':
      return buildClock(blocks, head);
    case 'scenarioHead':
    case 'unreviewedHead':
      return buildScenario(blocks, head);
    case 'simulationHead':
      return buildSimulation(blocks, head);
    case 'ruleClause':
      return buildRule(cst, span, blocks.reader.source.text);
    case 'changeClause':
      return buildChange(cst, span, blocks.reader.source.text);
    case 'escalateClause':
      return buildEscalate(cst, span);
    default:
      throw new Error(`no builder for ${head.rule}`);
  }
}

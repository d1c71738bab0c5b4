import type { BlockReader } from './block-reader.ts';
import { buildBehaviour } from './build-behaviour.ts';
import { buildNames, nameOfToken } from './build-parts.ts';
import {
  buildNumberClause,
  buildSpanClause,
  buildWarmUp,
  buildWorkHead,
  buildWorkRow,
} from './build-simulation.ts';
import { buildArrivals } from './build-arrivals.ts';
import { buildCustomer, buildNeed } from './build-costs.ts';
import { buildDeskClause } from './build-desk.ts';
import type { ReadClause } from './clause-reader.ts';
import { node, token } from './cst.ts';
import type {
  DeskNode,
  PatienceNode,
  SimulationClauseNode,
  SimulationNode,
  WorkNode,
  WorkRowNode,
} from './tree.ts';

export function buildSimulation(blocks: BlockReader, head: ReadClause): SimulationNode {
  const name = nameOfToken(token(head.cst, 'Text'));
  const path = [`simulation "${name.text}"`];
  const { items, broken } = blocks.rows(head, 'simulation', path, (clause) =>
    simulationClause(blocks, clause, path),
  );
  return { kind: 'simulation', name, text: '', clauses: items, broken, span: head.span };
}

function simulationClause(
  blocks: BlockReader,
  clause: ReadClause,
  path: readonly string[],
): SimulationClauseNode {
  const { cst, span } = clause;
  switch (clause.rule) {
    case 'simulatedContractClause':
      return { kind: 'contract', path: nameOfToken(token(cst, 'Text')), span };
    case 'plansClause':
      return { kind: 'plans', names: buildNames(node(cst, 'names')), span };
    case 'reportClause':
      return { kind: 'report', parts: buildNames(node(cst, 'names')), span };
    case 'spanClause':
      return buildSpanClause(cst, span);
    case 'warmUpClause':
      return buildWarmUp(cst, span);
    case 'seedClause':
      return buildNumberClause(cst, span);
    case 'arrivalsHead':
      return buildArrivals(blocks, clause, path);
    case 'workHead':
      return buildWork(blocks, clause, path);
    case 'patienceHead':
      return buildPatience(blocks, clause, path);
    case 'customerClause':
      return buildCustomer(cst, span);
    case 'needsClause':
      return buildNeed(cst, span);
    case 'deskHead':
      return buildDesk(blocks, clause, path);
    default: {
      const behaviour = buildBehaviour(clause, blocks.reader.source.text);
      if (behaviour === null) throw new Error(`no builder for ${clause.rule}`);
      return behaviour;
    }
  }
}

function buildWork(blocks: BlockReader, head: ReadClause, path: readonly string[]): WorkNode {
  const said = buildWorkHead(head.cst, blocks.reader.source.text);
  const { items, broken } = blocks.rows<WorkRowNode>(
    head,
    'work',
    [...path, `${said.kind} "${said.name.text}"`],
    (row) => buildWorkRow(row.cst, row.span),
  );
  return { ...said, text: '', rows: items, broken, span: head.span };
}

function buildPatience(blocks: BlockReader, head: ReadClause, path: readonly string[]): PatienceNode {
  const { items, broken } = blocks.rows<WorkRowNode>(head, 'work', [...path, 'patience'], (row) =>
    buildWorkRow(row.cst, row.span),
  );
  return { kind: 'patience', rows: items, broken, span: head.span };
}

function buildDesk(blocks: BlockReader, head: ReadClause, path: readonly string[]): DeskNode {
  const { items, broken } = blocks.rows(head, 'desk', [...path, 'desk'], buildDeskClause);
  return { kind: 'desk', clauses: items, broken, span: head.span };
}

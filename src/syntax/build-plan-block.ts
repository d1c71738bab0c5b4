import type { BlockReader } from './block-reader.ts';
import { buildChange, buildEscalate, buildRule } from './build-conduct.ts';
import {
  buildAvailable,
  buildCharge,
  buildEligible,
  buildLanguages,
  buildPack,
  buildProvision,
  buildQuota,
  buildRollover,
  buildVersions,
} from './build-entitlement.ts';
import { buildAttain } from './build-attain.ts';
import { buildAvailability, buildCredit, buildCredits, buildPoints } from './build-credit.ts';
import { buildRight } from './build-right.ts';
import { buildOption, buildPrice, buildRate as buildBandedRate, buildSurcharge } from './build-money.ts';
import { buildClock } from './build-clock-block.ts';
import { buildSelector } from './build-parts.ts';
import {
  buildArrival,
  buildBusiness,
  buildChannels,
  buildCoverage,
  buildFeature,
  buildPlanHead,
  buildTargetHeader,
  buildTargetRow,
} from './build-plan.ts';
import { buildNote } from './build-terms.ts';
import type { ReadClause } from './clause-reader.ts';
import type { PlanClauseNode, PlanNode, TargetRowNode, TargetsNode } from './tree.ts';

export function buildPlan(blocks: BlockReader, head: ReadClause): PlanNode {
  const said = buildPlanHead(head.cst);
  const path = [`plan ${said.name.text}`];
  const { items, broken } = blocks.rows(head, 'plan', path, (clause) => planClause(blocks, clause, path));
  return { kind: 'plan', ...said, clauses: items, broken, span: head.span };
}

function planClause(blocks: BlockReader, clause: ReadClause, path: readonly string[]): PlanClauseNode {
  const { cst, span } = clause;
  switch (clause.rule) {
    case 'coverageClause':
      return buildCoverage(cst, span);
    case 'channelsClause':
      return buildChannels(cst, span);
    case 'businessClause':
      return buildBusiness(cst, span);
    case 'targetsHead':
      return buildTargets(blocks, clause, [...path, 'targets']);
    case 'attainClause':
      return buildAttain(cst, span);
    case 'quotaClause':
      return buildQuota(cst, span);
    case 'rolloverClause':
      return buildRollover(cst, span);
    case 'chargeClause':
      return buildCharge(cst, span);
    case 'eligibleClause':
      return buildEligible(cst, span);
    case 'provisionClause':
      return buildProvision(cst, span);
    case 'languagesClause':
      return buildLanguages(cst, span);
    case 'versionsClause':
      return buildVersions(cst, span);
    case 'availableClause':
      return buildAvailable(cst, span);
    case 'priceClause':
      return buildPrice(cst, span);
    case 'bandedRateClause':
      return buildBandedRate(cst, span);
    case 'optionClause':
      return buildOption(cst, span);
    case 'surchargeClause':
      return buildSurcharge(cst, span);
    case 'creditClause':
      return buildCredit(cst, span);
    case 'creditsClause':
      return buildCredits(cst, span);
    case 'pointsClause':
      return buildPoints(cst, span);
    case 'rightClause':
      return buildRight(cst, span);
    case 'packClause':
      return buildPack(cst, span);
    case 'availabilityClause':
      return buildAvailability(cst, span);
    case 'featureClause':
      return buildFeature(cst, span);
    case 'ruleClause':
      return buildRule(cst, span, blocks.reader.source.text);
    case 'changeClause':
      return buildChange(cst, span, blocks.reader.source.text);
    case 'escalateClause':
      return buildEscalate(cst, span);
    case 'clockHead':
      return buildClock(blocks, clause, path);
    case 'noteClause':
      return buildNote(clause);
    default:
      throw new Error(`no builder for ${clause.rule}`);
  }
}

/** The first row names the columns; the rest are severities with their cells. */
export function buildTargets(blocks: BlockReader, head: ReadClause, path: readonly string[]): TargetsNode {
  const [first, ...rest] = head.entry.block?.entries ?? [];
  const headless = first !== undefined && blocks.reader.isA(first, 'targetRow');
  if (headless) blocks.reader.reportMissingHeader(first, path);
  const header = first === undefined || headless ? null : blocks.reader.readAs(first, 'targetHeader', path);
  const rows: TargetRowNode[] = [];
  let broken = header === null || head.entry.block?.close === null;
  if (header !== null || first === undefined)
    broken = blocks.reader.reportEmpty(head.entry, rest, path) || broken;
  for (const entry of headless ? [first, ...rest] : rest) {
    const clause = blocks.reader.read(entry, 'targets', path);
    if (clause === null) broken = true;
    else rows.push(buildTargetRow(clause.cst, clause.span));
  }
  return {
    kind: 'targets',
    for: buildSelector(head.cst),
    opened: buildArrival(head.cst),
    columns: header === null ? null : buildTargetHeader(header),
    rows,
    broken,
    span: head.span,
  };
}

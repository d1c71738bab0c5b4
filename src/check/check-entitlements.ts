import { selectorKey } from './dimensions.ts';
import type { EntitlementNode } from '../syntax/entitlement-tree.ts';
import { assertNever } from '../text/assert-never.ts';
import type { BusinessTerms } from './check-bound.ts';
import { checkPack } from './check-pack.ts';
import { checkCharge } from './check-charge.ts';
import { checkCondition } from './check-condition.ts';
import { checkChargesTogether } from './check-charges-together.ts';
import { checkHoursRounded } from './check-hours-rounded.ts';
import type { ContractTerms } from './check-period.ts';
import { checkQuota, checkRollover } from './check-quota.ts';
import { checkSelector } from './check-selector.ts';
import { type CheckContext, originOf, report } from './context.ts';
import type {
  CheckedCharge,
  CheckedEligibility,
  CheckedEntitlements,
  CheckedPack,
  CheckedProvision,
  CheckedQuota,
  CheckedRollover,
} from './entitlement-model.ts';
import type { Scope } from './scope.ts';

/**
 * What a plan entitles to, with what it takes over from the plan it extends. Quotas come first, since rollover and
 * charges speak of them wherever they stand. `terms.lost`: some clause of the plan, or of one that it extends, could
 * not be read, and may have been a quota.
 */
export function checkEntitlements(
  context: CheckContext,
  scope: Scope,
  clauses: readonly EntitlementNode[],
  contract: ContractTerms,
  parent: CheckedEntitlements | null,
  terms: BusinessTerms,
): CheckedEntitlements {
  const ownQuotas: CheckedQuota[] = [];
  for (const clause of clauses) {
    if (clause.kind !== 'quota') continue;
    const quota = checkQuota(context, scope, clause, contract, terms);
    if (quota !== null) ownQuotas.push(quota);
  }
  const quotas = replaces(ownQuotas, parent?.quotas ?? [], ({ thing, activity, when }) =>
    JSON.stringify([thing, activity, selectorKey(when)]),
  );
  const lost = terms.lost || clauses.filter(({ kind }) => kind === 'quota').length > ownQuotas.length;
  const counted = { quotas, lost };

  const rollovers: CheckedRollover[] = [];
  const charges: CheckedCharge[] = [];
  const eligibility: CheckedEligibility[] = [];
  const provisions: CheckedProvision[] = [];
  const packs: CheckedPack[] = [];
  let { languages, versions, availableIn } = parent ?? { languages: null, versions: null, availableIn: null };
  for (const clause of clauses) {
    const origin = originOf(context, clause.span);
    switch (clause.kind) {
      case 'quota':
        break;
      case 'rollover': {
        const rollover = checkRollover(context, scope, clause, contract, counted);
        if (rollover !== null) rollovers.push(rollover);
        break;
      }
      case 'charge': {
        const charge = checkCharge(context, scope, clause, contract, counted);
        if (charge !== null) charges.push(charge);
        break;
      }
      case 'eligible': {
        const when = checkCondition(context, scope, contract.facts, clause.when);
        if (when !== null) eligibility.push({ when, refusal: clause.refusal, origin });
        break;
      }
      case 'provision': {
        const { says, text } = clause;
        const when = checkSelector(context, scope, clause.for);
        const condition =
          clause.when === null ? null : checkCondition(context, scope, contract.facts, clause.when);
        if (when === null || (clause.when !== null && condition === null)) break;
        const { otherwise } = clause;
        if (otherwise !== null && says !== 'requires') {
          report(context, 'entitlement/else-of-no-requirement', otherwise.span, { says });
          break;
        }
        provisions.push({ says, text, when, condition, otherwise: otherwise?.does ?? null, origin });
        break;
      }
      case 'pack': {
        const pack = checkPack(context, clause, contract, counted);
        if (pack !== null) packs.push(pack);
        break;
      }
      case 'languages':
        languages = clause.names.map((name) => name.text);
        break;
      case 'versions':
        versions = clause.names.map((name) => name.text);
        break;
      case 'available': {
        const regions = clause.regions.map((region) => scope.resolve(context, 'region', region));
        availableIn = regions.filter((region) => region !== null);
        break;
      }
      default:
        assertNever(clause);
    }
  }
  const allCharges = replaces(charges, parent?.charges ?? [], (charge) => charge.name);
  const charged = clauses.filter((clause) => clause.kind === 'charge');
  checkChargesTogether(context, charged, charges, allCharges);
  checkHoursRounded(context, clauses, ownQuotas, allCharges);
  return {
    quotas,
    rollovers: replaces(rollovers, parent?.rollovers ?? [], (rollover) => rollover.thing),
    charges: allCharges,
    eligibility: [...(parent?.eligibility ?? []), ...eligibility],
    provisions: replaces(provisions, parent?.provisions ?? [], ({ says, text }) => `${says} ${text}`),
    packs: replaces(packs, parent?.packs ?? [], (pack) => pack.text),
    languages,
    versions,
    availableIn,
  };
}

/** A plan's own lines, and those of the plan it extends that it does not say again. */
function replaces<T>(own: readonly T[], theirs: readonly T[], key: (item: T) => string): readonly T[] {
  const named = new Set(own.map(key));
  return [...own, ...theirs.filter((item) => !named.has(key(item)))];
}

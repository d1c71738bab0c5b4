/** The contracts that the repository ships, loaded as a user's would be. */
import { loadPlan, type Engine, type TicketKey } from '../../src/engine/index.ts';
import type { CheckedContract } from '../../src/check/model.ts';
import type { CompiledPlan } from '../../src/plan/model.ts';
import type { TicketFacts } from '../../src/reference/index.ts';
import { loadContract, type LoadedContract } from '../../src/workspace/load.ts';

/** Those that restate the five published pages. */
export const NAMES = ['mst', 'helpdesk', 'gold', 'mattermost', 'express'] as const;
/** Those that restate policies chosen for their odd clauses. */
const POLICIES = [
  'analytics',
  'backup',
  'database',
  'forge',
  'hardware',
  'messaging',
  'priorities',
  'storage',
  'sunday-to-thursday',
  'year-end',
] as const;
/** Those inferred from a log that says what was promised, but not why. */
const INFERRED = ['uci-service-desk'] as const;
export const ALL = [...NAMES, ...POLICIES, ...INFERRED] as const;
export type ContractName = (typeof ALL)[number];

export interface Shipped {
  readonly path: string;
  readonly loaded: LoadedContract;
  readonly contract: CheckedContract;
  readonly plan: CompiledPlan;
  readonly engine: Engine;
}

const shipped = new Map<ContractName, Shipped>();
for (const name of ALL) {
  const path = `contracts/${name}.plan`;
  const loaded = await loadContract(path);
  if (loaded.contract === null) throw new Error(`${path} has errors`);
  const plan = loaded.plan();
  shipped.set(name, { path, loaded, contract: loaded.contract, plan, engine: loadPlan(plan) });
}

export function contractNamed(name: string): Shipped {
  const found = shipped.get(name as ContractName);
  if (found === undefined) throw new Error(`no contract ${name}`);
  return found;
}

/** A ticket as the engine asks for it; a name that the contract does not have is a mistake of the test. */
export function keyOf({ plan }: Shipped, facts: TicketFacts): TicketKey {
  return {
    severity: indexOf(plan.severities, facts.severity),
    region: indexOf(plan.regions, facts.region),
    channel: indexOf(plan.channels, facts.channel),
    type: indexOf(plan.types, facts.type),
    facts: [],
  };
}

export function planIndex({ plan }: Shipped, name: string): number {
  return indexOf(plan.plans, name);
}

function indexOf(named: readonly { readonly name: string }[], name: string | null): number {
  if (name === null) return -1;
  const index = named.findIndex((entry) => entry.name === name);
  if (index === -1) throw new Error(`the contract has no ${name}`);
  return index;
}

import type { CheckedExpectation, CheckedScenario } from '../../check/scenario-model.ts';
import type { Engine } from '../../engine/index.ts';
import type { InstantMs } from '../../time/types.ts';
import type { Alteration, Coverage, CoverageItem } from '../coverage/coverage-model.ts';
import type { Load } from '../coverage/measure-coverage.ts';
import { runScenario, toldOrReason } from '../run-scenarios.ts';
import { tellStory } from '../tell-story.ts';
import { conductDrafts } from './conduct-drafts.ts';
import { type Draft, scenarioOf } from './draft.ts';
import { chargeDrafts, factDrafts, severityDrafts, workDrafts } from './entitlement-drafts.ts';
import { type Ground, groundOf } from './ground.ts';
import { observe } from './observe.ts';
import { cellDrafts, edgeDrafts } from './promise-drafts.ts';
import { whatDiffers } from './what-differs.ts';

/** What would cover a thing that no scenario does. */
export type Suggestion = { readonly item: CoverageItem } & (
  | {
      readonly kind: 'scenarios';
      readonly scenarios: readonly SuggestedScenario[];
    }
  /** No ticket was found that shows it, of so many. */
  | { readonly kind: 'none'; readonly alteration: Alteration; readonly tried: number }
);

export interface SuggestedScenario {
  readonly scenario: CheckedScenario;
  /** In which its times are told. */
  readonly zone: string | null;
}

/** So many tickets are tried for one thing. */
const MOST_TRIED = 3000;
/** So much of what shows a thing is enough. */
const MOST_EXPECTED = 3;

/**
 * For each thing that is not covered the scenarios that would cover it, with what the engine answers: tickets are tried,
 * simple ones first, until the contract and the contract that says it otherwise treat one unlike. `since` is when the
 * scenarios that there are begin. One that shows several things is suggested once.
 */
export function suggestScenarios(
  engine: Engine,
  coverage: Coverage,
  load: Load,
  since: InstantMs | null,
  taken: ReadonlySet<string>,
): readonly Suggestion[] {
  const ground = groundOf(engine, since);
  const names = new Set(taken);
  const found: CheckedScenario[] = [];
  return coverage.items.flatMap((each): readonly Suggestion[] => {
    if (each.state !== 'open') return [];
    const { item, unnoticed } = each;
    const scenarios: SuggestedScenario[] = [];
    for (const alteration of unnoticed) {
      const altered = load(alteration.alter(engine.plan));
      if (found.some((scenario) => fails(scenario, altered))) continue;
      const shown = findScenario(ground, item, altered);
      if (typeof shown === 'number') return [{ item, kind: 'none', alteration, tried: shown }];
      const scenario = { ...shown, name: unlikeName(item.words, names) };
      names.add(scenario.name);
      found.push(scenario);
      scenarios.push({ scenario, zone: ground.zoneOf(scenario.ticket.region) });
    }
    return scenarios.length === 0 ? [] : [{ item, kind: 'scenarios', scenarios }];
  });
}

function unlikeName(words: string, taken: ReadonlySet<string>): string {
  const name = words.replace(/["`]/g, '');
  for (let i = 1; ; i += 1) {
    const candidate = i === 1 ? name : `${name} (${i})`;
    if (!taken.has(candidate)) return candidate;
  }
}

function fails(scenario: CheckedScenario, engine: Engine): boolean {
  return runScenario(scenario, engine).expectations.some(({ met }) => !met);
}

/** A scenario that holds for the contract and fails for the altered one; how many were tried where there is none. */
function findScenario(ground: Ground, item: CoverageItem, altered: Engine): CheckedScenario | number {
  let tried = 0;
  for (const draft of draftsFor(ground, altered)) {
    if (item.plans !== null && !item.plans.includes(draft.plan)) continue;
    tried += 1;
    if (tried > MOST_TRIED) break;
    const scenario = shownBy(ground, item, draft, altered);
    if (scenario !== null) return scenario;
  }
  return Math.min(tried, MOST_TRIED);
}

function* draftsFor(ground: Ground, altered: Engine): Generator<Draft> {
  const differs = whatDiffers(ground.engine.plan, altered.plan);
  const { parts } = differs;
  if (differs.calendars.length > 0) {
    yield* edgeDrafts(ground, altered, differs);
    yield* workDrafts(ground, altered, differs);
  }
  if (parts.has('targets')) yield* cellDrafts(ground, altered.plan, differs);
  if (parts.has('eligibility') || parts.has('provisions')) yield* factDrafts(ground, altered.plan, differs);
  if (['quotas', 'rollovers', 'charges', 'packs'].some((part) => parts.has(part as 'quotas'))) {
    yield* chargeDrafts(ground, differs);
  }
  if (differs.severities.length > 0) yield* severityDrafts(ground, differs);
  const { rules, changes, escalations, clocks } = differs;
  if (rules.length + changes.length + escalations.length + clocks.length > 0)
    yield* conductDrafts(ground, differs);
}

/** What of a draft is so by the contract and not by the altered one, as a scenario; null where nothing is. */
function shownBy(ground: Ground, item: CoverageItem, draft: Draft, altered: Engine): CheckedScenario | null {
  const bare = scenarioOf(draft, item.words, [], item.origin);
  const own = toldOrReason(() => {
    const { zone, holidays } = bare.ticket;
    const story = tellStory(bare, ground.engine.forTicket({ zone, holidays }));
    return observe(story, toldBy(ground.engine), item.origin);
  });
  if (own.kind === 'reason') return null;
  const whole = { ...bare, expectations: own.value };
  const after = runScenario(whole, altered).expectations;
  const unlike = own.value.filter((_, i) => after[i]?.met === false);
  if (unlike.length === 0) return null;
  const scenario = { ...bare, expectations: fewest(unlike) };
  // What is observed is what a scenario can expect; where it is not after all, the ticket shows nothing.
  return fails(scenario, ground.engine) ? null : scenario;
}

/** What the thing itself does before what follows from it for the clocks; not more than enough. */
function fewest(expectations: readonly CheckedExpectation[]): readonly CheckedExpectation[] {
  const becomes = expectations.some((each) => each.kind === 'severity' && each.becomes);
  const said = expectations.filter((each) => !(becomes && each.kind === 'severity' && !each.becomes));
  return [0, 1, 2, 3].flatMap((rank) => said.filter((each) => rankOf(each) === rank)).slice(0, MOST_EXPECTED);
}

/** What happened to the ticket, its charges, its clocks, and what did not happen. */
function rankOf(expectation: CheckedExpectation): number {
  if ('metric' in expectation) return 2;
  if (expectation.kind === 'charge') return expectation.charge.kind === 'nothing' ? 3 : 1;
  return expectation.kind === 'notice' && expectation.no ? 3 : 0;
}

function toldBy({ plan: { conduct, clocks } }: Engine): readonly string[] {
  const actions = conduct.rules.flatMap(({ actions: first, stages }) => [
    ...first,
    ...stages.flatMap((stage) => stage.actions),
  ]);
  const told = actions.flatMap((action) => (action.kind === 'tell' ? [action.whom] : []));
  const asks = conduct.rules.some(({ consent }) => consent !== null);
  const reminds = clocks.some(({ terms }) => (terms.closes?.reminders.length ?? 0) > 0);
  const climbs = conduct.escalations.flatMap(({ steps }) => steps.map(({ to }) => to));
  return [...new Set([...told, ...climbs, ...(asks || reminds ? ['customer'] : [])])];
}

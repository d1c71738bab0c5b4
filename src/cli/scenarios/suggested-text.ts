import { format } from '../../format/format.ts';
import { loadPlan } from '../../engine/index.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { createSourceFile } from '../../text/source.ts';
import { wrap } from '../../text/wrap.ts';
import type { Coverage } from '../../verify/coverage/coverage-model.ts';
import { runScenarios } from '../../verify/run-scenarios.ts';
import { passes } from '../../verify/scenario-result.ts';
import { scenarioSource } from './scenario-source.ts';
import type { SuggestedScenario, Suggestion } from '../../verify/suggest/suggest.ts';
import { loadContractFrom } from '../../workspace/load.ts';
import { RUNTIME_ZONES } from '../../workspace/runtime-zones.ts';
import { placeOf } from '../why/account-text.ts';

/** Suggested scenarios as text of the language, laid out. */
export interface SuggestedText {
  /** Scenarios alone; empty where there are none. */
  readonly scenarios: string;
  readonly count: number;
  /** What none was found for, and why, as comments. */
  readonly rest: string;
}

/**
 * Writes suggestions down, and reads them again behind the contract they are for: each is a scenario without a finding of
 * its own that passes, or it is told as one that was not found.
 */
export async function suggestedText(
  path: string,
  before: string,
  suggestions: readonly Suggestion[],
  coverage: Coverage,
  plan: CompiledPlan,
): Promise<SuggestedText> {
  const sound: string[] = [];
  const rest: string[] = [];
  const all = suggestions.flatMap((each) => (each.kind === 'scenarios' ? each.scenarios : []));
  const isSound = await soundnessOf(path, before, all, plan);
  for (const each of suggestions) {
    const { item } = each;
    const place = placeOf(item.origin);
    if (each.kind === 'none') {
      const { what } = each.alteration;
      const tickets =
        each.tried === 0 ? 'no story could be made' : `none of ${each.tried} tickets tried shows it`;
      rest.push(`${place}: ${item.words}: ${what}: ${tickets}`);
      continue;
    }
    for (const suggested of each.scenarios) {
      const source = sourceOf(suggested, plan);
      if (isSound(suggested)) sound.push(source);
      else rest.push(`${place}: ${item.words}: what was found cannot be told as a scenario`);
    }
  }
  for (const each of coverage.items) {
    if (each.state === 'unreachable')
      rest.push(`${placeOf(each.item.origin)}: ${each.item.words}: ${each.reason}`);
  }
  return {
    scenarios: laidOut(sound.join('\n')),
    count: sound.length,
    rest: rest
      .flatMap((line) => wrap(line, 116).map((part, i) => `# ${i === 0 ? '' : '  '}${part}\n`))
      .join(''),
  };
}

function sourceOf({ scenario, zone }: SuggestedScenario, plan: CompiledPlan): string {
  return scenarioSource(scenario, zone, plan);
}

/** Which suggestions read well and pass; all at once, and each by itself where that finds a mistake. */
async function soundnessOf(
  path: string,
  before: string,
  suggested: readonly SuggestedScenario[],
  plan: CompiledPlan,
): Promise<(suggested: SuggestedScenario) => boolean> {
  const together = await passing(path, before, suggested, plan);
  if (together !== null) return ({ scenario }) => together.has(scenario.name);
  const sound = new Set<string>();
  for (const each of suggested) {
    for (const name of (await passing(path, before, [each], plan)) ?? []) sound.add(name);
  }
  return ({ scenario }) => sound.has(scenario.name);
}

/** Names of those that pass; null where one of them has an error. */
async function passing(
  path: string,
  before: string,
  suggested: readonly SuggestedScenario[],
  plan: CompiledPlan,
): Promise<ReadonlySet<string> | null> {
  const text = `${before}\n${laidOut(suggested.map((each) => sourceOf(each, plan)).join('\n'))}`;
  const loaded = await loadContractFrom(createSourceFile(path, text));
  if (loaded.contract === null) return null;
  const results = runScenarios(loaded.contract, loadPlan(loaded.plan(), RUNTIME_ZONES));
  return new Set(results.filter(passes).map(({ scenario }) => scenario.name));
}

function laidOut(text: string): string {
  const result = format(text);
  // What cannot be laid out cannot be read either, and is found out by whoever reads it.
  return result.kind === 'formatted' ? result.text : text;
}

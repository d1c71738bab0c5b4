import type { Palette } from '../../diagnostics/palette.ts';
import type { Engine } from '../../engine/index.ts';
import { account } from '../../explain/account.ts';
import { type ExpectationResult, passes, type ScenarioResult } from '../../verify/scenario-result.ts';
import { formatForPeople } from '../local-time.ts';
import { wordsOfDeadline } from '../ticket/due-answer.ts';
import { placeOf, renderAccount } from '../why/account-text.ts';

/** A line a scenario; one that fails goes on with what was expected and what its clocks did. */
export function renderScenario(result: ScenarioResult, engine: Engine, palette: Palette): string {
  const { scenario, expectations } = result;
  const place = palette.faint(placeOf(scenario.origin));
  if (passes(result)) return `  ${palette.good('ok  ')}  ${scenario.name}  ${place}\n`;
  const failed = expectations.filter(({ met }) => !met);
  return [
    `  ${palette.error('FAIL')}  ${palette.strong(scenario.name)}  ${place}\n`,
    ...failed.map((expectation) => renderExpectation(expectation, result, engine, palette)),
  ].join('');
}

function renderExpectation(
  { expectation, expected, target, deadline, failure }: ExpectationResult,
  { opened, zone }: ScenarioResult,
  engine: Engine,
  palette: Palette,
): string {
  const wanted =
    expectation.kind === 'word'
      ? expectation.word
      : `by ${expected === null ? 'never' : formatForPeople(zone, expected)}`;
  const found =
    deadline === null
      ? (failure ?? 'nothing: the plan does not speak of it')
      : deadline.kind === 'due'
        ? `by ${formatForPeople(zone, deadline.due)}`
        : wordsOfDeadline(deadline);
  return [
    `        expected ${expectation.metric} ${wanted}  ${palette.faint(placeOf(expectation.origin))}\n`,
    `        but it is ${palette.strong(found)}\n`,
    target === null || failure !== null
      ? ''
      : renderAccount(account(engine, target, opened), zone, palette, '          '),
  ].join('');
}

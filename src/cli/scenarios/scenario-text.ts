import type { Palette } from '../../diagnostics/palette.ts';
import type { Engine } from '../../engine/index.ts';
import { account } from '../../explain/account.ts';
import type { ZoneTable } from '../../time/types.ts';
import {
  type ExpectationResult,
  passes,
  type ScenarioResult,
  type Words,
} from '../../verify/scenario-result.ts';
import { formatForPeople } from '../local-time.ts';
import { placeOf, renderAccount } from '../why/account-text.ts';
import { renderCharges, renderClockSteps, renderTicketSteps } from './story-text.ts';

/** A line a scenario; one that fails goes on with what was expected and what its clocks did. */
export function renderScenario(result: ScenarioResult, engine: Engine, palette: Palette): string {
  const { scenario, expectations } = result;
  const place = palette.faint(placeOf(scenario.origin));
  if (passes(result)) return `  ${palette.good('ok  ')}  ${scenario.name}  ${place}\n`;
  const failed = expectations.filter(({ met }) => !met);
  return [
    `  ${palette.error('FAIL')}  ${palette.strong(scenario.name)}  ${place}\n`,
    ...failed.map((expectation) => renderExpectation(expectation, result, engine, palette)),
    renderStory(failed, result),
  ].join('');
}

/** What happened to the ticket, once for all that is expected of it as a whole. */
function renderStory(failed: readonly ExpectationResult[], { zone }: ScenarioResult): string {
  const stories = failed.flatMap(({ evidence }) => (evidence?.kind === 'ticket' ? [evidence.steps] : []));
  const longest = stories.sort((one, other) => other.length - one.length)[0];
  return longest === undefined ? '' : renderTicketSteps(longest, zone, INDENT);
}

const INDENT = '          ';

function renderExpectation(
  result: ExpectationResult,
  { scenario: { ticket }, zone }: ScenarioResult,
  engine: Engine,
  palette: Palette,
): string {
  const { expectation, expected, found } = result;
  const own = () => engine.forTicket({ zone: ticket.zone, holidays: ticket.holidays });
  return [
    `        expected ${wordsFor(zone, expected)}  ${palette.faint(placeOf(expectation.origin))}\n`,
    `        but it is ${palette.strong(wordsFor(zone, found))}\n`,
    renderEvidence(result, own, zone, palette),
  ].join('');
}

function renderEvidence(
  { evidence }: ExpectationResult,
  engineOf: () => Engine,
  zone: ZoneTable,
  palette: Palette,
): string {
  switch (evidence?.kind) {
    case undefined:
      return '';
    case 'deadline':
      return renderAccount(account(engineOf(), evidence.target, evidence.start), zone, palette, INDENT);
    case 'clock':
      return renderClockSteps(evidence, zone, palette, INDENT);
    case 'ticket':
      return '';
    case 'charges':
      return renderCharges(evidence.entries, zone, palette, INDENT);
  }
}

function wordsFor(zone: ZoneTable, words: Words): string {
  return words.map((part) => (typeof part === 'string' ? part : formatForPeople(zone, part))).join('');
}

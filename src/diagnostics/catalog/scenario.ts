import { error } from '../define.ts';
import { desk } from './examples.ts';

const scenario = (clauses: readonly string[]): string =>
  `${desk('4 h')}\nscenario "a Monday" {\n${clauses.map((clause) => `  ${clause}\n`).join('')}}\n`;

const whole = ['plan Basic', 'severity P1', 'opened 2026-06-01 09:00', 'expect respond by 2026-06-01 13:00'];

/** Findings about scenarios. */
export const scenarioDiagnostics = {
  'scenario/incomplete': error<{ missing: string; example: string }>({
    message: ({ missing }) =>
      missing === 'opened'
        ? 'the scenario does not say when its ticket is opened'
        : `the scenario does not say the ${missing} of its ticket`,
    help: ({ missing, example }) => `write \`${missing} ${example}\``,
    page: {
      why: 'A deadline depends on the plan, the severity, the opening and, where there are regions, the region.',
      wrong: scenario(whole.filter((clause) => !clause.startsWith('severity'))),
      right: scenario(whole),
    },
  }),
  'scenario/clause-twice': error<{ clause: string }>({
    message: ({ clause }) => `\`${clause}\` is said twice`,
    help: () => 'a scenario tells the story of one ticket; write another scenario for the other',
    page: {
      why: 'One ticket has one plan, one severity and one opening.',
      wrong: scenario(['plan Basic', ...whole]),
      right: scenario(whole),
    },
  }),
  'scenario/fact-is-no-value': error<Record<never, never>>({
    message: () => 'a ticket says what a fact is, not what it is not',
    help: () => 'write `fact impact = all`, or of a yes-or-no fact `fact addon` or `fact not addon`',
    page: {
      why: 'A scenario is one ticket. `impact != all` leaves several, and each may have another deadline.',
      wrong: `facts { impact one of all, some }\n${scenario(['fact impact != all', ...whole])}`,
      right: `facts { impact one of all, some }\n${scenario(['fact impact = some', ...whole])}`,
    },
  }),
  'scenario/expects-nothing': error<Record<never, never>>({
    message: () => 'the scenario expects nothing, so it tests nothing',
    help: () => 'write `expect respond by …`, or `expect respond best effort`',
    page: {
      why: 'A test that cannot fail says nothing about the contract.',
      wrong: scenario(whole.filter((clause) => !clause.startsWith('expect'))),
      right: scenario(whole),
    },
  }),
};

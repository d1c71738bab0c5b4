import { didYouMean, error } from '../define.ts';
import { desk } from './examples.ts';

const scenario = (clauses: readonly string[]): string =>
  `${desk('4 h')}\nscenario "a Monday" {\n${clauses.map((clause) => `  ${clause}\n`).join('')}}\n`;

/** A desk that counts, and a rule that tells somebody. */
const counting = (clauses: readonly string[]): string =>
  `${desk('4 h', [
    'incidents  4 per month, over billed, used when opened, one incident per ticket',
    'eligible   when named_contact else refuse "only named contacts may ask"',
    'pack       "ten more"  EUR 90, gives 10 incidents, valid 12 months',
  ])}
facts {
  named_contact  yes or no
}
rule "seen"  on acknowledged then tell customer
scenario "a Monday" {
${clauses.map((clause) => `  ${clause}\n`).join('')}}
`;

const known = (names: readonly string[], what: string): string =>
  names.length === 0 ? `it has none` : `${what} ${names.map((name) => `\`${name}\``).join(', ')}`;

const whole = ['plan Basic', 'severity P1', 'opened 2026-06-01 09:00', 'expect respond by 2026-06-01 13:00'];

/** What a story expects and a contract cannot bring about. */
type Among = {
  readonly name: string;
  readonly plan: string;
  readonly nearest: string | null;
  readonly candidates: readonly string[];
};

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
  'scenario/out-of-order': error<{ what: string; than: string }>({
    message: ({ what, than }) => `${what} lies before ${than}`,
    help: () => 'a story is told in the order of time; correct the time, or move the line',
    page: {
      why: 'What happens to a ticket happens after it is opened, and a row that is out of order is mostly a slip in a date.',
      wrong: scenario([
        ...whole,
        'at 2026-06-01 12:00 acknowledged',
        'at 2026-06-01 11:00 reply',
        'expect respond met',
      ]),
      right: scenario([
        ...whole,
        'at 2026-06-01 11:00 acknowledged',
        'at 2026-06-01 12:00 reply',
        'expect respond met',
      ]),
    },
  }),
  'scenario/from-without-resumed': error<{ event: string }>({
    message: ({ event }) => `\`from\` says which state is over, and \`${event}\` ends none`,
    help: () => 'write `resumed from …`, or leave `from …` out',
    page: {
      why: 'A state goes on until the ticket is `resumed`, or is in another state. Where several go on, `from` says which one is over.',
      wrong: scenario([...whole, 'at 2026-06-01 10:00 reply from third party']),
      right: scenario([...whole, 'at 2026-06-01 10:00 resumed from third party']),
    },
  }),
  'scenario/not-promised': error<{ metric: string; plan: string; candidates: readonly string[] }>({
    message: ({ metric, plan }) => `the plan \`${plan}\` promises no ticket anything of \`${metric}\``,
    help: ({ candidates }) => known(candidates, 'it promises'),
    page: {
      why: 'What a plan does not speak of is neither due, nor met, nor missed, so the expectation can never be true.',
      wrong: scenario([...whole, 'expect resolve by 2026-06-01 17:00']),
      right: scenario(whole),
    },
  }),
  'scenario/no-such-run': error<{ number: string }>({
    message: ({ number }) => `\`${number}\` is no run of a clock`,
    help: () => 'the runs of a clock that repeats are counted from 1: `expect reply 2 met`',
    page: {
      why: 'A clock that repeats runs once, then once more, and so on; each run has a deadline of its own.',
      wrong: scenario([...whole, 'expect respond 0 running']),
      right: scenario([...whole, 'expect respond 1 running']),
    },
  }),
  'scenario/not-counted': error<{ thing: string; plan: string; candidates: readonly string[] }>({
    message: ({ thing, plan }) => `the plan \`${plan}\` does not count ${thing}`,
    help: ({ candidates }) => known(candidates, 'it counts'),
    page: {
      why: 'Units are drawn from what a plan counts: incidents, hours, visits. Of anything else there is no account.',
      wrong: counting([...whole, 'fact named_contact', 'expect charges 1 visits']),
      right: counting([...whole, 'fact named_contact', 'expect charges 1 incidents']),
    },
  }),
  'scenario/no-such-pack': error<{ pack: string; plan: string; candidates: readonly string[] }>({
    message: ({ pack, plan }) => `the plan \`${plan}\` sells no pack "${pack}"`,
    help: ({ candidates }) => known(candidates, 'it sells'),
    page: {
      why: 'What is bought is a pack of the plan, by its words, or so many units of what it counts.',
      wrong: counting([
        ...whole,
        'fact named_contact',
        'at 2026-05-01 09:00 bought "five more"',
        'expect charges 1 incidents',
      ]),
      right: counting([
        ...whole,
        'fact named_contact',
        'at 2026-05-01 09:00 bought "ten more"',
        'expect charges 1 incidents',
      ]),
    },
  }),
  'scenario/no-charge-in-money': error<{ plan: string }>({
    message: ({ plan }) => `the plan \`${plan}\` charges no ticket in money`,
    help: () => 'write what it draws: `expect charges 1 incidents`; or take the expectation out',
    page: {
      why: 'A sum can be expected where a `charge` of the plan is in money. A price by the month is no charge of a ticket.',
      wrong: counting([...whole, 'fact named_contact', 'expect charges EUR 90']),
      right: counting([...whole, 'fact named_contact', 'expect charges 1 incidents']),
    },
  }),
  'scenario/nobody-tells': error<Among>({
    message: ({ name }) => `no rule tells ${name} anything`,
    help: ({ nearest, candidates }) => didYouMean(nearest) ?? known(candidates, 'somebody tells'),
    page: {
      why: 'Rules, escalations and reminders tell somebody something, each by the name that they give.',
      wrong: counting([...whole, 'fact named_contact', 'expect no notice to "team lead"']),
      right: counting([...whole, 'fact named_contact', 'expect no notice to customer']),
    },
  }),
  'scenario/no-such-refusal': error<Among>({
    message: ({ name, plan }) => `the plan \`${plan}\` refuses no ticket because "${name}"`,
    help: ({ nearest, candidates }) => didYouMean(nearest) ?? known(candidates, 'it refuses because'),
    page: {
      why: 'A ticket is refused in the words of the contract, so the reason expected is one of those that the plan gives.',
      wrong: counting([
        ...whole.slice(0, -1),
        'fact not named_contact',
        'expect refused because "only customers may ask"',
      ]),
      right: counting([
        ...whole.slice(0, -1),
        'fact not named_contact',
        'expect refused because "only named contacts may ask"',
      ]),
    },
  }),
};

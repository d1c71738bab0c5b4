import { didYouMean, error } from '../define.ts';
import { simulation } from './simulation-example.ts';

/** Findings about what the customer of a simulation has bought, and needs. */
export const simulatedCustomerDiagnostics = {
  'simulation/unknown-size': error<{ size: string; nearest: string | null; known: readonly string[] }>({
    message: ({ size }) => `no price of the contract is for each of \`${size}\``,
    help: ({ nearest, known }) =>
      didYouMean(nearest) ??
      (known.length === 0
        ? 'leave it out: nothing of the contract is paid for each of something'
        : `its prices know ${known.map((name) => `\`${name}\``).join(', ')}`),
    page: {
      why: 'A size that no price knows would change nothing, and a price that was meant would be missing.',
      wrong: simulation.replace('seed      1', 'customer  40 users\n  seed      1'),
      right: simulation.replace('seed      1', 'customer\n  seed      1'),
    },
  }),
  'simulation/unknown-sum': error<{ sum: string; known: readonly string[] }>({
    message: ({ sum }) => `no price of the contract is a share of \`${sum}\``,
    help: ({ known }) =>
      known.length === 0
        ? 'leave it out: no price of the contract is a share of a sum'
        : `write the contract's own words: ${known.map((words) => `\`"${words}"\``).join(', ')}`,
    page: {
      why: 'A sum is said in the words of the price that is a share of it.',
      wrong: simulation.replace('seed      1', 'customer  "monthly charges" EUR 12000\n  seed      1'),
      right: simulation.replace('seed      1', 'customer\n  seed      1'),
    },
  }),
  'simulation/not-sold': error<{ text: string; nearest: string | null; known: readonly string[] }>({
    message: ({ text, known }) =>
      known.includes(text)
        ? `\`${text}\` is not sold in such a number`
        : `the contract sells no option and no pack \`${text}\``,
    help: ({ text, nearest, known }) =>
      known.includes(text)
        ? `an option is booked once, and of a pack there is a whole number: \`with "${text}"\``
        : (didYouMean(nearest) ??
          (known.length === 0
            ? 'leave it out: the contract sells nothing beside its plans'
            : `it has ${known.map((each) => `\`${each}\``).join(', ')}`)),
    page: {
      why: 'What a customer books has a price in the contract, under the same words.',
      wrong: simulation.replace('seed      1', 'customer  with "nights"\n  seed      1'),
      right: simulation.replace('seed      1', 'customer\n  seed      1'),
    },
  }),
  'simulation/no-share': error<{ share: string }>({
    message: ({ share }) => `\`${share}%\` is no share of tickets that anybody needs`,
    help: () => 'write a share above 0 and up to 100: `needs respond 95% within 1 h`',
    page: {
      why: 'A need says of which share of its tickets it has to hold.',
      wrong: simulation.replace('seed      1', 'needs     respond 0% within 1 h\n  seed      1'),
      right: simulation.replace('seed      1', 'needs     respond 95% within 1 h\n  seed      1'),
    },
  }),
};

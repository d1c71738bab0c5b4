import { error } from '../define.ts';
import { desk, OFFICE } from './examples.ts';

const withImport = (path: string): string =>
  `import "${path}"\n\n${desk('4 h in Office').replace(OFFICE, '')}`;

/** Findings about files that bring in others. The pages lie beside `shared/calendars.plan`, which declares `Office`. */
export const importDiagnostics = {
  'import/no-file': error<{ path: string; reason: string }>({
    message: ({ path, reason }) => `\`${path}\` cannot be imported: ${reason}`,
    help: () => 'the path is read from the folder of the file that imports, with `/` between folders',
    page: {
      why: 'What the other file declares is part of this contract, so without it the contract says less than it should.',
      wrong: `import "shared/holidays.plan"\n\n${desk('4 h')}`,
      right: withImport('shared/calendars.plan'),
    },
  }),
  'import/in-a-circle': error<{ path: string; isSelf: boolean }>({
    message: ({ path, isSelf }) =>
      isSelf ? `\`${path}\` is this file` : `\`${path}\` imports this file, itself or by another`,
    help: ({ isSelf }) =>
      isSelf
        ? 'take the line out: what a file declares is known all over it'
        : 'move what both files need to a third, and import that in both',
    page: {
      why: 'Of two files that import each other neither can be read alone, and moving a name would change both.',
      wrong: `import "contract.plan"\n\n${desk('4 h')}`,
      right: withImport('shared/calendars.plan'),
    },
  }),
  'import/of-a-contract': error<{ path: string }>({
    message: ({ path }) => `\`${path}\` is a contract of its own, or a simulation, and no part of another`,
    help: () => 'move what both need, such as calendars and severities, to a file without `contract { … }`',
    page: {
      why: 'A contract has one title, one start and one currency; of two headers nobody could say which holds.',
      wrong: `import "other.plan"\n\n${desk('4 h')}`,
      right: withImport('shared/calendars.plan'),
    },
  }),
};

import { warning } from '../define.ts';
import { desk, OFFICE } from './examples.ts';

const AGAIN = 'if what is new is meant to hold, write the lock again: `surety lock`';

const inZone = (zone: string): string =>
  desk('4 h in Office', [], `zone  ${zone}`).replace(OFFICE, OFFICE.replace('Europe/Berlin', zone));

const closing = (file: string): string =>
  inZone('Asia/Tokyo').replace(
    'holidays  none',
    `holidays  none\n  closures  "${file}" with 1 week notice, late ones do not count, tickets in flight see them`,
  );

/**
 * Findings about what a contract rests on and does not say itself. The lock of the pages pins Europe/Berlin without summer
 * time, America/Havana not at all, and other texts of `holidays/DE.plan` and `announced.jsonl`.
 */
export const lockDiagnostics = {
  'lock/promise-moved': warning<{
    promise: string;
    metric: string;
    opened: string;
    due: string;
    wasDue: string;
    tzdata: string;
    pinned: string;
  }>({
    message: ({ promise, metric, opened, due, wasDue, tzdata, pinned }) =>
      `\`${promise}\` to ${metric} moves with the time-zone data: opened ${opened}, a ticket is due ${due} by data ${tzdata}, ` +
      `and was due ${wasDue} by data ${pinned}, which \`surety.lock\` pins`,
    help: () => AGAIN,
    page: {
      why: 'Governments change their clocks, often with weeks of notice, and a deadline in local hours moves with them. A deadline that was given by the old data and one that is computed by the new differ, and somebody should say which holds.',
      wrong: inZone('Europe/Berlin'),
      right: inZone('Asia/Tokyo'),
    },
  }),
  'lock/holidays-changed': warning<{ file: string }>({
    message: ({ file }) => `\`${file}\` is not the file that \`surety.lock\` pins`,
    help: () => AGAIN,
    page: {
      why: 'A holiday that is added or struck out moves every deadline that is counted over it, in each contract that uses the file, though no word of the contracts has changed.',
      wrong: inZone('Asia/Tokyo').replace('holidays  none', 'holidays  DE'),
      right: inZone('Asia/Tokyo').replace('holidays  none', 'holidays  FR'),
    },
  }),
  'lock/closures-changed': warning<{ file: string }>({
    message: ({ file }) => `\`${file}\` is not the file that \`surety.lock\` pins`,
    help: () =>
      'look at what was announced since, and that nothing announced before was changed; then write the lock again: `surety lock`',
    page: {
      why: 'A closure that is announced moves deadlines, which is meant; one that is changed or struck out later moves deadlines that were given, which is not.',
      wrong: closing('announced.jsonl'),
      right: closing('pinned.jsonl'),
    },
  }),
  'lock/not-pinned': warning<{ missing: readonly string[] }>({
    message: ({ missing }) => `\`surety.lock\` does not pin ${listed(missing)}, on which this contract rests`,
    help: () => 'write the lock again: `surety lock`',
    page: {
      why: 'What is not pinned can change without anybody being told: the next run on a machine with other data would give other deadlines.',
      wrong: inZone('America/Havana'),
      right: inZone('Asia/Tokyo'),
    },
  }),
};

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} and ${last}`;
}

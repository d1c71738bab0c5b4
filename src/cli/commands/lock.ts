import { dirname, join } from 'node:path';
import { tzdataVersion } from '../../time/zone-lookup.ts';
import { findFiles } from '../../workspace/find-files.ts';
import { loadToRun } from '../../workspace/load-to-run.ts';
import { readSource } from '../../workspace/read-source.ts';
import { LOCK_NAME, renderLock } from '../../workspace/lock-file.ts';
import { lockOf, pinsOf, type Pins } from '../../workspace/pins.ts';
import { writeAtomically } from '../../workspace/write-atomically.ts';
import { EXIT } from '../exit-code.ts';
import { reportErrors } from '../load-plan-file.ts';
import { UsageError } from '../usage-error.ts';
import { examples, type Verb } from '../verb.ts';

export const lock: Verb = (command, act) => {
  command
    .argument(
      '[folder]',
      'the folder whose contracts are locked, those below it too; the one you are in when left out',
      '.',
    )
    .addHelpText(
      'after',
      [
        '',
        `Writes FOLDER/${LOCK_NAME}, anew each time: hashes of the files of holidays and closures that the contracts use, and`,
        'the version of the time-zone data with every change of the clocks in use. Commit it, as you commit',
        'package-lock.json or Cargo.lock.',
        'From then on `surety check` says when one of these files changes, and which promises other time-zone data move;',
        `each contract is held against the nearest ${LOCK_NAME}, in its folder or above. \`surety check --locked\` fails on`,
        'that, and where there is no lock. Nothing else writes the lock: an update is a commit that somebody makes.',
        examples([
          ['surety lock contracts', 'write contracts/surety.lock'],
          ['surety check contracts', 'what has changed since, and which promises it moves'],
          ['surety check --locked contracts', 'the same in CI: fail on it'],
        ]),
      ].join('\n'),
    )
    .action(
      act(async (around, folder: string) => {
        const path = join(folder, LOCK_NAME);
        const pins: Pins[] = [];
        let fails = false;
        for (const file of await findFiles([folder], ['.plan'])) {
          const source = await readSource(file);
          if (file === folder) {
            throw new UsageError(
              `\`${folder}\` is a file, and a lock is of all contracts of a folder`,
              `surety lock ${dirname(folder)}`,
            );
          }
          const loaded = await loadToRun(source);
          fails = reportErrors(loaded, around) || fails;
          const found = pinsOf(loaded, path);
          if (found !== null) pins.push(found);
        }
        if (fails) {
          around.err.write(
            `surety: ${path} is not written: what a contract with errors rests on is not known\n`,
          );
          return EXIT.findings;
        }
        const tzdata = tzdataVersion();
        const written = lockOf(pins, tzdata);
        await writeAtomically(path, renderLock(written));
        const closures =
          written.closures.size === 0 ? '' : `, ${count(written.closures.size, 'file')} of closures`;
        around.err.write(
          `${path}: ${count(written.holidays.size, 'holiday file')}${closures} and ${count(written.zones.size, 'zone')} of time-zone data ${tzdata}\n`,
        );
        return EXIT.fine;
      }),
    );
};

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

import { writeNew } from '../../workspace/write-new.ts';
import { EXIT } from '../exit-code.ts';
import { FIRST_CONTRACT } from '../init/first-contract.ts';
import { UsageError } from '../usage-error.ts';
import { examples, type Verb } from '../verb.ts';

export const init: Verb = (command, act) => {
  command
    .argument('[file]', 'where to write it', 'desk.plan')
    .addHelpText(
      'after',
      [
        '',
        'Writes a small contract with comments that say what each part is for. It never writes over a file.',
        examples([
          ['surety init', 'write desk.plan'],
          ['surety init contracts/acme.plan', 'another name, in a folder that is made when it is missing'],
        ]),
      ].join('\n'),
    )
    .action(
      act(async ({ out }, file: string) => {
        if (!file.endsWith('.plan')) {
          throw new UsageError(`${file}: the name of a contract ends in .plan`, `surety init ${file}.plan`);
        }
        await writeNew(file, FIRST_CONTRACT);
        out.write(
          [
            `${file} is a contract to change into your own. Next:`,
            `  surety check ${quoted(file)}`,
            `  surety test ${quoted(file)}`,
            `  surety due ${quoted(file)} --severity S1 --opened 2026-06-12T16:00`,
            '',
          ].join('\n'),
        );
        return EXIT.fine;
      }),
    );
};

/** A path as a shell takes it for one word. */
function quoted(path: string): string {
  return /^[\w./@:+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

import { placeInWords } from '../../diagnostics/render-text.ts';
import { format } from '../../format/format.ts';
import { withLineEndsOf } from '../../text/line-ends.ts';
import type { SourceFile } from '../../text/source.ts';
import { findFiles } from '../../workspace/find-files.ts';
import { readSource } from '../../workspace/read-source.ts';
import { Unreadable } from '../../workspace/unreadable.ts';
import { writeAtomically } from '../../workspace/write-atomically.ts';
import { EXIT } from '../exit-code.ts';
import { readStandardInput } from '../read-standard-input.ts';
import { examples, type Verb } from '../verb.ts';

interface FmtOptions {
  readonly check?: true;
  readonly json?: true;
}

type FileResult =
  | { readonly file: string; readonly kind: 'formatted' | 'unchanged' }
  | { readonly file: string; readonly kind: 'unreadable'; readonly messages: readonly string[] };

export const fmt: Verb = (command, act) => {
  command
    .argument(
      '[paths...]',
      'files, or folders of them; the folder you are in when left out, `-` for what is read from standard input',
    )
    .option('--check', 'write nothing; fail when a file would change')
    .option('--json', 'what became of each file, as JSON, one a line')
    .addHelpText(
      'after',
      examples([
        ['surety fmt contracts', 'lay out every contract in a folder'],
        ['surety fmt --check', 'what a build runs'],
        ['surety fmt - < desk.plan', 'to standard output, for editors; nothing where it cannot be read'],
      ]),
    )
    .action(
      act(async ({ out, err, stdin }, paths: string[], options: FmtOptions) => {
        const write = options.check !== true;
        const source = await readStandardInput(paths, stdin);
        if (source !== null) {
          const result = format(source.text);
          if (result.kind === 'unreadable') {
            err.write(
              obstaclesIn(source, result)
                .map((message) => `${message}\n`)
                .join(''),
            );
            return EXIT.usage;
          }
          const formatted = withLineEndsOf(source.text, result.text);
          if (write) out.write(formatted);
          return !write && formatted !== source.text ? EXIT.findings : EXIT.fine;
        }
        const results: FileResult[] = [];
        for (const file of await findFiles(paths.length === 0 ? ['.'] : paths, ['.plan', '.sim'])) {
          const result = await formatFile(file, write);
          results.push(result);
          if (result.kind === 'unreadable')
            err.write(result.messages.map((message) => `${message}\n`).join(''));
          if (options.json === true) out.write(`${JSON.stringify(result)}\n`);
          else if (result.kind === 'formatted') out.write(`${file}${write ? '' : ' would change'}\n`);
        }
        if (results.some(({ kind }) => kind === 'unreadable')) return EXIT.usage;
        return !write && results.some(({ kind }) => kind === 'formatted') ? EXIT.findings : EXIT.fine;
      }),
    );
};

/** One file; the others go on when it cannot be read. */
async function formatFile(file: string, write: boolean): Promise<FileResult> {
  try {
    const source = await readSource(file);
    const result = format(source.text);
    if (result.kind === 'unreadable') {
      return { file, kind: 'unreadable', messages: obstaclesIn(source, result) };
    }
    const formatted = withLineEndsOf(source.text, result.text);
    if (formatted === source.text) return { file, kind: 'unchanged' };
    if (write) await writeAtomically(file, formatted);
    return { file, kind: 'formatted' };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const help = error.help === null ? [] : [`  ${error.help}`];
    return { file, kind: 'unreadable', messages: [`surety: ${error.message}`, ...help] };
  }
}

function obstaclesIn(
  source: SourceFile,
  { obstacles }: Extract<ReturnType<typeof format>, { kind: 'unreadable' }>,
): readonly string[] {
  return obstacles.map(({ message, span }) => `${placeInWords({ source, span })}: not formatted: ${message}`);
}

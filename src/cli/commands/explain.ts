import type { Definition } from '../../diagnostics/define.ts';
import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { Palette } from '../../diagnostics/palette.ts';
import { isCode, REGISTRY } from '../../diagnostics/registry.ts';
import { EXIT } from '../exit-code.ts';
import { UsageError } from '../usage-error.ts';
import { examples, type Verb } from '../verb.ts';

interface ExplainOptions {
  readonly json?: true;
}

export const explain: Verb = (command, act) => {
  command
    .argument('[code]', 'code of a finding, such as calendar/overlapping-hours; every code when left out')
    .option('--json', 'as JSON')
    .addHelpText('after', examples([['surety explain target/bare-days', 'why, wrong, right']]))
    .action(
      act(async ({ out, outPalette }, code: string | undefined, { json }: ExplainOptions) => {
        if (code === undefined) {
          const codes = Object.keys(REGISTRY).sort();
          out.write(json === true ? `${JSON.stringify(codes)}\n` : codes.map((each) => `${each}\n`).join(''));
          return EXIT.fine;
        }
        if (!isCode(code)) {
          const near = nearestWord(code, Object.keys(REGISTRY)) ?? withEnding(code);
          throw new UsageError(
            `there is no finding \`${code}\``,
            near === null ? '`surety explain` lists them all' : `did you mean ${near}?`,
          );
        }
        const { level, page } = REGISTRY[code];
        out.write(
          json === true
            ? `${JSON.stringify({ code, level, ...page })}\n`
            : renderPage(code, level, page, outPalette),
        );
        return Promise.resolve(EXIT.fine);
      }),
    );
};

/** The code that ends as a word does that leaves the area out: `bare-days`. */
function withEnding(word: string): string | null {
  return Object.keys(REGISTRY).find((code) => code.endsWith(`/${word}`)) ?? null;
}

function renderPage(
  code: string,
  level: Definition<never>['level'],
  { why, wrong, right }: Definition<never>['page'],
  palette: Palette,
): string {
  const block = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`.trimEnd())
      .join('\n');
  return (
    [
      palette[level](`${level} ${code}`),
      why,
      `${palette.strong('wrong')}\n\n${block(wrong)}`,
      `${palette.strong('right')}\n\n${block(right)}`,
    ].join('\n\n') + '\n'
  );
}

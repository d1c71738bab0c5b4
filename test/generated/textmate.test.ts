import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { beforeAll, describe, expect, test } from 'vitest';

let grammar: textmate.IGrammar;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(new Uint8Array(readFileSync(wasm)).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope) => {
      const path = 'grammar/surety.tmLanguage.json';
      const raw =
        scope === 'source.surety' ? textmate.parseRawGrammar(readFileSync(path, 'utf8'), path) : null;
      return Promise.resolve(raw);
    },
  });
  const loaded = await registry.loadGrammar('source.surety');
  if (loaded === null) throw new Error('the grammar was not loaded');
  grammar = loaded;
});

/** The words and values of a text with the last scope of each, but for its end: `plan control.block`. */
function scopes(text: string): readonly string[] {
  let state = textmate.INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens
      .map(({ startIndex, endIndex, scopes: [, ...own] }) => {
        const scope =
          own.at(-1)?.replace(/^(keyword|constant|punctuation|entity|variable)\.|\.surety$/g, '') ?? '';
        return `${line.slice(startIndex, endIndex).trim()} ${scope.replace(/\.surety$/, '')}`;
      })
      .filter((token) => /^\S/.test(token));
  });
}

describe('an editor shows', () => {
  test('clauses in their blocks, and the same words as names elsewhere', () => {
    expect(scopes('plan Premium extends Basic {\n  channels web\n}\nchannels web')).toEqual([
      'plan control.block',
      'Premium name.type',
      'extends other',
      'Basic other',
      '{ section.block.begin',
      'channels other.clause',
      'web other',
      '} section.block.end',
      'channels other',
      'web other',
    ]);
  });

  test('placed words inside the clauses that read them alone', () => {
    expect(scopes('calendar optional {\n  holidays none # as agreed\n}')).toContain('none other');
    expect(scopes('plan A {\n  coverage consult best effort\n}')).toContain('best other');
    expect(scopes('contract "A" version "1" {\n  provider "x"\n  currency best\n}')).not.toContain(
      'best other.clause',
    );
  });

  test('values by their kind', () => {
    const text = [
      'calendar Office {',
      '  zone Europe/Berlin',
      '  open Mon..Fri 09:00-17:00',
      '  closed 2026-12-31 "New Year\'s Eve"',
      '}',
      'plan Basic {',
      '  targets {',
      '    P1 15 min | 1 to 2 h in Office',
      '  }',
      '  attain 90% of resolve per month',
      '}',
    ].join('\n');
    expect(scopes(text)).toEqual(
      expect.arrayContaining([
        'Europe/Berlin other.zone',
        'Mon language.weekday',
        '09:00 numeric.time',
        '2026-12-31 numeric.date',
        '"New Year\'s Eve" string.quoted.double',
        '15 numeric',
        'min other.unit',
        'in operator.word',
        '90% numeric.share',
        'attain other.clause',
        'per operator.word',
      ]),
    );
  });

  test('comments to the end of their lines, and reasons for silence', () => {
    expect(scopes('# surety: allow lint/x because y')).toEqual([
      '# surety: allow lint/x because y comment.line.number-sign.directive',
    ]);
    expect(scopes('plan A { # all of it')).toContain('# all of it comment.line.number-sign');
  });

  test('a block after another, on one line too', () => {
    expect(
      scopes('calendar A { zone UTC; open Mon..Fri 09:00-17:00 }\nplan B {\n  price on request\n}'),
    ).toEqual(
      expect.arrayContaining([
        'open other.clause',
        'plan control.block',
        'price other.clause',
        'request other',
      ]),
    );
  });
});

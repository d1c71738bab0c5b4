import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Collector } from '../../src/diagnostics/collector.ts';
import { DeclarationMemory } from '../../src/syntax/declaration-memory.ts';
import { parseFile } from '../../src/syntax/parse.ts';
import { createSourceFile } from '../../src/text/source.ts';
import { contractFiles, corpusFiles } from '../corpus/load-corpus.ts';
import { drawer } from '../corpus/mutate.ts';

const SIX = ['one', 'two', 'three', 'four', 'five', 'six']
  .map((name) => `channel ${name} "${name}"`)
  .join('\n');

/** Everything that a reading comes to. */
function read(text: string, memory: DeclarationMemory | null) {
  const collector = new Collector();
  const { declarations, broken } = parseFile(createSourceFile('edited.plan', text), collector, memory);
  return { declarations, broken, findings: collector.diagnostics };
}

/** The texts of the entries that are looked at again after an edit. */
function lookedAt(before: string, after: string): readonly string[] {
  const memory = new DeclarationMemory();
  read(before, memory);
  return memory.partToRead(after).outline.entries.map(({ head }) => head.map(({ image }) => image).join(' '));
}

describe('after an edit', () => {
  test('what stands in its way is looked at again, with a neighbour on each side', () => {
    const three = ['channel two "two"', 'channel three "3"', 'channel four "four"'];
    expect(lookedAt(SIX, SIX.replace('"three"', '"3"'))).toEqual(three);
    expect(lookedAt(SIX, SIX)).toEqual(['channel five "five"', 'channel six "six"']);
    expect(lookedAt(SIX, `# remark\n${SIX}`)).toEqual(['channel one "one"']);
    expect(lookedAt(SIX, `${SIX}\nchannel seven\n`)).toEqual([
      'channel five "five"',
      'channel six "six"',
      'channel seven',
    ]);
  });

  /** With how many entries are looked at: all, where the edit reaches one that is not its own. */
  test.each([
    ['a text behind a text is a part of it', SIX.replace('"three"', '"three"\n  "more"'), 2],
    ['a comma takes the next line in', SIX.replace('"three"', '"three",'), 5],
    ['a brace that is not closed', SIX.replace('"three"', '{'), 6],
    ['a brace that nothing opens', SIX.replace('"three"', '}'), 6],
    ['a character that nothing begins with', SIX.replace('"three"', '§'), 6],
    ['a letter before the next entry', SIX.replace('\nchannel four', '\nxchannel four'), 6],
    ['a remark that swallows the next entry', SIX.replace('\nchannel four', '\n# channel four'), 5],
    ['an entry that no longer begins its line', SIX.replace('\nchannel four', '; channel four'), 3],
  ])('%s', (_, after, entries) => {
    expect(lookedAt(SIX, after)).toHaveLength(entries);
    const memory = new DeclarationMemory();
    read(SIX, memory);
    expect(read(after, memory)).toEqual(read(after, null));
    // And back, from a reading that may have had problems.
    expect(read(SIX, memory)).toEqual(read(SIX, null));
  });

  test.each([
    ['before', '"five"', '"5"'],
    ['behind', 'channel one', '        channel one'],
  ])('lines of several entries %s it are set in as they were', (_, from, to) => {
    // How far a line is set in decides whether the text in the next one goes on.
    const text = 'channel one "1"; channel two "2"\n    "more"\nchannel five "five"\nchannel six\n';
    const memory = new DeclarationMemory();
    read(text, memory);
    expect(read(text.replace(from, to), memory)).toEqual(read(text.replace(from, to), null));
  });

  test('a declaration in which something is found is read again where it stands', () => {
    const memory = new DeclarationMemory();
    const wrong = SIX.replace('"one"', '5');
    const findings = read(wrong, memory).findings;
    expect(findings).toHaveLength(1);
    expect(read(wrong.replace('"five"', '"5"'), memory).findings).toEqual(
      read(wrong.replace('"five"', '"5"'), null).findings,
    );
  });

  test('a file is read as if afresh, whatever keys were hit', () => {
    const pieces = [
      '"',
      '#',
      '{',
      '}',
      ',',
      ';',
      '\n',
      '  ',
      '\n\n',
      ' or',
      'x',
      '§',
      '"a"',
      '\n"a"',
      'plan X {\n}\n',
    ];
    const draw = drawer(11);
    const paths = [...corpusFiles('good'), ...contractFiles()].filter((path) => path.endsWith('.plan'));
    let parts = 0;
    for (const path of paths) {
      const original = readFileSync(path, 'utf8');
      const memory = new DeclarationMemory();
      let text = original;
      for (let i = 0; i < 25; i++) {
        const at = draw(text.length + 1);
        const gone = draw(3) === 0 ? draw(12) : 0;
        const put = draw(4) === 0 ? '' : (pieces[draw(pieces.length)] ?? '');
        text = draw(6) === 0 ? original : text.slice(0, at) + put + text.slice(at + gone);
        if (memory.partToRead(text).before.length > 0) parts += 1;
        const [again, afresh] = [read(text, memory), read(text, null)];
        // Node tells the many that are the same several times faster than what describes a difference.
        if (!isDeepStrictEqual(again, afresh)) {
          expect(again, `${basename(path)}, edit ${i}\n${text}`).toEqual(afresh);
        }
      }
    }
    // Most hits leave braces wrong, and the file is read whole; many do not.
    expect(parts).toBeGreaterThan(200);
  }, 120_000);
});

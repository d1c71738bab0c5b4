import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generateContract } from '../../bench/generate-contract.mjs';
import { Collector } from '../../src/diagnostics/collector.ts';
import { DeclarationMemory } from '../../src/syntax/declaration-memory.ts';
import { parseFile } from '../../src/syntax/parse.ts';
import { createSourceFile } from '../../src/text/source.ts';
import { openContract } from '../../src/workspace/contract-session.ts';
import { type LoadedContract, loadContractFrom } from '../../src/workspace/load.ts';
import { contractFiles, corpusFiles } from '../corpus/load-corpus.ts';
import { drawer, mutate } from '../corpus/mutate.ts';

/** Everything that a contract comes to: its findings with their places and fixes, what is checked, what is compiled. */
function all({ diagnostics, contract, plan, sources }: LoadedContract) {
  return { diagnostics, contract, plan: contract === null ? null : plan(), sources };
}

/** Slips of the hand one upon another, lines put in and taken out, declarations moved, and now and then all undone. */
function edited(text: string, original: string, draw: (bound: number) => number): string {
  const lines = text.split('\n');
  const at = draw(lines.length);
  switch (draw(8)) {
    case 0:
      return original;
    case 1:
      return lines
        .toSpliced(at, 0, ['', '# a remark', 'plan Another {', '}', 'channel fax'][draw(5)] ?? '')
        .join('\n');
    case 2:
      return lines.toSpliced(at, 1).join('\n');
    case 3: {
      const parts = text.split(/\n(?=[a-z])/);
      return [...parts.slice(1), parts[0] ?? ''].join('\n');
    }
    case 4:
      return lines.map((line, i) => (i === at ? `  ${line}` : line)).join('\n');
    default:
      // A file of remarks has nothing to slip in.
      return /^\s*[^#\s]/m.test(text) ? mutate(text, draw).text : original;
  }
}

describe('an edited contract', () => {
  const paths = [...corpusFiles('good'), ...corpusFiles('bad'), ...contractFiles()].filter((path) =>
    path.endsWith('.plan'),
  );

  test.each([1, 2, 3, 4])(
    'is what a fresh reading of its text gives, after whatever edits (%i)',
    async (seed) => {
      const draw = drawer(seed);
      for (const path of paths.filter((_, i) => i % 4 === seed - 1)) {
        const original = readFileSync(path, 'utf8');
        const session = await openContract(path);
        let text = original;
        for (let i = 0; i < 8; i++) {
          text = edited(text, original, draw);
          const again = await session.edit(path, text);
          const fresh = await loadContractFrom(createSourceFile(path, text));
          expect(all(again), `${basename(path)}, seed ${seed}, edit ${i}\n${text}`).toEqual(all(fresh));
        }
      }
    },
    120_000,
  );

  test('is checked with the edited text of a file that it brings in', async () => {
    const path = join('contracts', 'gold.plan');
    const holidays = join('contracts', 'holidays', 'DE.plan');
    const session = await openContract(path);
    expect(session.loaded.sources.map(({ name }) => name)).toEqual([path, holidays]);
    const broken = await session.edit(holidays, 'holidays DE {\n  covers 2024..2032\n  oops\n}\n');
    expect(broken.diagnostics.map(({ code, place }) => [code, place.source.name])).toContainEqual([
      'syntax/unexpected',
      holidays,
    ]);
    const mended = await session.edit(holidays, readFileSync(holidays, 'utf8'));
    expect(mended.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
    expect(session.loaded).toBe(mended);
  });

  test('need not lie in a file', async () => {
    const text = 'calendar Office {\n  zone Europe/Berlin\n  open Mon..Fri 09:00-17:00\n  holidays none\n}\n';
    const session = await openContract('nowhere/desk.plan', { 'nowhere/desk.plan': text });
    expect(session.loaded.diagnostics).toEqual([]);
    const { diagnostics } = await session.edit('nowhere/desk.plan', text.replace('Berlin', 'Berln'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['time/unknown-zone']);
  });
});

describe('a declaration that reads as before', () => {
  const text = generateContract(200);
  const read = (version: string, memory: DeclarationMemory) =>
    parseFile(createSourceFile('long.plan', version), new Collector(), memory).declarations;

  test('is not read again, nor moved where it stands as before', () => {
    const memory = new DeclarationMemory();
    const before = read(text, memory);
    const after = read(text.replace('15 min', '16 min'), memory);
    const same = after.filter((node, i) => node === before[i]).length;
    expect(same).toBe(before.length - 1);
  });

  test('is moved with the text before it', () => {
    const memory = new DeclarationMemory();
    read(text, memory);
    const after = read(`# a remark\n${text}`, memory);
    expect(after).toEqual(read(`# a remark\n${text}`, new DeclarationMemory()));
  });

  test('is read again where it is set in otherwise, which decides what goes on in the next line', () => {
    const memory = new DeclarationMemory();
    const channel = 'channel fax "one"\n    "two"\n';
    const texts = (version: string) =>
      read(version, memory).map((node) => (node.kind === 'channel' ? node.text : node.kind));
    expect(texts(channel)).toEqual(['one two']);
    expect(texts(`        ${channel}`)).toEqual(['one']);
  });

  test('is forgotten when a reading has passed without it', () => {
    const memory = new DeclarationMemory();
    const [first] = read('channel fax\n', memory);
    read('channel mail\n', memory);
    expect(read('channel fax\n', memory)[0]).not.toBe(first);
    expect(read('channel fax\n', memory)[0]).toEqual(first);
  });
});

/** Every term of the five published pages is carried by a clause of its contract, without which the plan is another. */
import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { compiled } from './compiled.ts';
import { markersIn } from './marker.ts';
import { PAGES } from './pages.ts';
import { renderTerms } from './render-terms.ts';
import { blanked, without } from './without.ts';

const pages = PAGES.map((page) => ({ page, text: readFileSync(page.contract, 'utf8') }));

test('the pages have a hundred and ninety-four terms', () => {
  expect(PAGES.map(({ terms }) => terms.length)).toEqual([30, 27, 35, 49, 53]);
});

test('docs/terms.md says which clause carries each; `npm run terms` writes it', async () => {
  const table = await format(renderTerms(pages), { parser: 'markdown', printWidth: 110 });
  await expect(table).toMatchFileSnapshot('../../docs/terms.md');
});

// A contract is compiled once for each of its clauses.
describe.each(pages)('$page.contract', { timeout: 60_000 }, ({ page: { contract, terms }, text }) => {
  const markers = markersIn(text);

  test('carries every term of its page, and names no other', () => {
    const numbers = new Set(terms.map((_, index) => index + 1));
    expect(new Set(markers.map(({ term }) => term))).toEqual(numbers);
  });

  test('is the same plan without a comment', async () => {
    const at = text.indexOf('# §');
    const comment = { start: at, end: text.indexOf('\n', at) };
    const same = (await compiled(contract, blanked(text, comment))) === (await compiled(contract, text));
    expect(same).toBe(true);
  });

  test('is another plan, or none, without any of its marked clauses and cells', async () => {
    const whole = await compiled(contract, text);
    expect(whole).toMatch(/^\{"format":"surety-plan"/);
    const idle: string[] = [];
    for (const marker of markers) {
      const left = await compiled(contract, without(text, marker));
      // What cannot even be read without the clause says nothing of what the clause means.
      if (left !== whole && !left.includes('syntax/')) continue;
      idle.push(`§${marker.term} ${marker.entry.head.map(({ image }) => image).join(' ')}`);
    }
    expect(idle).toEqual([]);
  });
});

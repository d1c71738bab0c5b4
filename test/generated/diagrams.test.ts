import { readdirSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { RULE_NAMES } from '../../grammar/clauses.ts';
import { kebab } from '../../grammar/ebnf.ts';
import { diagramOf } from '../../generate/railroad.ts';

const FOLDER = 'docs/reference/diagrams';

describe('the railroad diagrams', () => {
  test.each(RULE_NAMES)('%s is that of the grammar: `npm run generate` draws it anew', async (rule) => {
    await expect(diagramOf(rule)).toMatchFileSnapshot(`../../${FOLDER}/${kebab(rule)}.svg`);
  });

  test.each(RULE_NAMES)('%s is an image that stands for itself', (rule) => {
    const svg = diagramOf(rule);
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(svg).close();
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
  });

  test('are there for rules alone', () => {
    const drawn = new Set(RULE_NAMES.map((rule) => `${kebab(rule)}.svg`));
    expect(readdirSync(FOLDER).filter((name) => !drawn.has(name))).toEqual([]);
  });

  test('show the words that a clause may begin with, and its parts', () => {
    const svg = diagramOf('coverageClause');
    for (const text of ['coverage', 'names', 'in', 'calendar-name', 'selector'])
      expect(svg).toContain(`>${text}<`);
    expect(diagramOf('quotaClause')).toContain('>visits<');
  });
});

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import Ajv from 'ajv';
import { format } from 'prettier';
import { beforeAll, describe, expect, test } from 'vitest';
import { planSchema } from '../../generate/plan-schema.ts';
import type { CompiledPlan } from '../../src/plan/model.ts';
import { firstMismatch } from '../../src/plan/match-schema.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { writePlan } from '../../src/plan/write-plan.ts';
import { loadContract } from '../../src/workspace/load.ts';
import { contractFiles, corpusFiles } from '../corpus/load-corpus.ts';

const SCHEMA = 'docs/compiled-plan.schema.json';
const contracts = [...contractFiles(), ...corpusFiles('good').filter((path) => path.endsWith('.plan'))];

const published = readFileSync(SCHEMA, 'utf8');
const generated = await format(JSON.stringify(planSchema()), { parser: 'json', printWidth: 110 });
/** Then one test says so, and the others wait. */
const stale = published !== generated;

const validate = new Ajv().compile(JSON.parse(published) as Record<string, unknown>);

async function compiled(path: string): Promise<CompiledPlan> {
  return (await loadContract(path)).plan();
}

test('the published schema is that of the plan types: `npx vitest run test/contracts -u` writes it anew', async () => {
  await expect(generated).toMatchFileSnapshot(`../../${SCHEMA}`);
});

describe.skipIf(stale)('a compiled contract', () => {
  test.each(contracts.map((path) => [basename(path), path]))(
    '%s is as the schema says, and read back whole',
    async (_, path) => {
      const text = writePlan(await compiled(path), path);
      expect(validate(JSON.parse(text)) === true ? null : validate.errors).toBeNull();
      const read = readPlan(text);
      if (read.kind !== 'plan') throw new Error(JSON.stringify(read));
      expect(writePlan(read.plan, path) === text).toBe(true);
    },
  );
});

describe.skipIf(stale)('what is no compiled plan', () => {
  let plan: Record<string, unknown>;

  beforeAll(async () => {
    plan = JSON.parse(writePlan(await compiled('test/cli/fixtures/desk.plan'), '')) as typeof plan;
  });

  /** A copy in which one value, named by its path, is another. */
  function spoilt(path: string, value: unknown): string {
    const copy = structuredClone(plan);
    const keys = path.split('/');
    const last = keys.pop() ?? '';
    let at: unknown = copy;
    for (const key of keys) at = (at as Record<string, unknown>)[key];
    (at as Record<string, unknown>)[last] = value;
    return JSON.stringify(copy);
  }

  test.each([
    ['calendars/0/body', { kind: 'sometimes' }, 'calendars/0/body/kind: "sometimes" is none of '],
    ['calendars/0/zone', 5, 'calendars/0/zone: not a text or null'],
    ['plans/0/level', 1.5, 'plans/0/level: not a whole number'],
    ['plans/0/targets/0/promise/seconds', 'long', 'plans/0/targets/0/promise/seconds: not a whole number'],
    ['plans', undefined, 'plans: missing'],
    ['colour', 'red', 'colour: not part of a compiled plan'],
    ['plans/0/targets/0/when/severities', [99], 'plans/0/targets/0/when/severities: there is no 99'],
    [
      'calendars/0/body',
      { kind: 'union', of: [{ kind: 'never', of: [] }] },
      'calendars/0/body/of/0/of: not part of',
    ],
  ])('%s as %j is told by its place', (path, value, message) => {
    const text = spoilt(path, value);
    const read = readPlan(text);
    expect(read).toMatchObject({ kind: 'damaged', message: expect.stringContaining(message) as string });
    if (!message.includes('there is no')) expect(validate(JSON.parse(text))).toBe(false);
  });

  test('a version that is not known is told as that', () => {
    expect(readPlan(spoilt('version', 2))).toEqual({ kind: 'unknown version', version: '2' });
  });

  test('half of a file is told as damaged', () => {
    const text = JSON.stringify(plan);
    expect(readPlan(text.slice(0, text.length / 2))).toMatchObject({ kind: 'damaged' });
    expect(readPlan('{ "format": "other" }')).toEqual({ kind: 'something else' });
  });
});

test('a schema that lists fields alone means an object that has all of them and no others', () => {
  const brief = { definitions: {}, properties: { a: { type: 'integer' } } };
  expect(firstMismatch(brief, { a: 1 })).toBeNull();
  expect(firstMismatch(brief, {})).toBe('a: missing');
  expect(firstMismatch(brief, { a: 1, b: 2 })).toBe('b: not part of a compiled plan');
  expect(firstMismatch({ ...brief, properties: { o: brief } }, { o: 5 })).toBe('o: not an object');
});

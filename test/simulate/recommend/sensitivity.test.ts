import { expect, test } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import { headlineOf, inputsOf, sensitivityOf } from '../../../src/simulate/recommend/sensitivity.ts';
import { simulate } from '../../../src/simulate/run.ts';
import { loadSimulation } from '../../../src/workspace/load.ts';
import { RUNTIME_ZONES } from '../../../src/workspace/runtime-zones.ts';
import { smallSimulation, stream } from '../small-world.ts';

test('what tickets say of facts is varied, word by word', async () => {
  const { simulation, plan } = await loadSimulation('test/corpus/good/swings.sim');
  if (simulation === null) throw new Error('it is sound');
  const words = [
    'language German',
    'language English',
    'addon yes',
    'addon no',
    'product Cloud',
    'product Server',
  ];
  const names = words.map((word) => `share of ${word}`);
  expect(inputsOf(simulation).map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  const play = (of: typeof simulation, compiled = plan()) =>
    simulate({ ...of, runs: 2 }, compiled, loadPlan(compiled, RUNTIME_ZONES));
  const base = play(simulation);
  const headline = headlineOf(base, 0);
  if (headline === null) throw new Error('something is promised');
  const { inputs } = await sensitivityOf(simulation, plan(), base, headline, (changed, compiled) =>
    Promise.resolve(play(changed, compiled)),
  );
  for (const name of names)
    expect(inputs.find((input) => input.name === name)?.effects.map(({ by }) => by)).toEqual([
      '-10 %',
      '+10 %',
    ]);
  // Promises hang on the product and the language, so that some of these move the attainment.
  const swings = inputs.filter(({ name }) => names.includes(name)).map(({ swing }) => swing);
  expect(Math.max(...swings)).toBeGreaterThan(0);
});

test('a fact of which every ticket says the same has no share to vary', () => {
  const one = stream({ facts: [{ fact: 'language', shares: [{ name: 'German', weight: 1 }] }] });
  const names = inputsOf(smallSimulation({ arrivals: [one] })).map(({ name }) => name);
  expect(names.filter((name) => name.includes('language'))).toEqual([]);
});

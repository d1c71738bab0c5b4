// What the tests of `in-process-runner.mjs` are given as `vitest`: they are listed, not run, and expect what vitest expects.
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState } from '@vitest/expect';

/** The tests by their ids, in the order in which they are said. */
export const said = new Map();
let file = '';
let path = [];

/** Said at the beginning of each file. */
export function inFile(name) {
  file = name;
  path = [];
}

export function describe(name, ...rest) {
  path.push(name);
  rest.at(-1)();
  path.pop();
}
describe.each = eachOf(describe);

export function test(name, ...rest) {
  const id = `${file}#${[...path, name].join(' ')}`;
  if (said.has(id)) throw new Error(`two tests are called ${id}`);
  said.set(id, { id, name: id, file, run: rest.find((each) => typeof each === 'function') });
}
test.each = eachOf(test);
export const it = test;

function eachOf(say) {
  return (rows) => (name, body) => {
    for (const [i, row] of rows.entries()) {
      const given = Array.isArray(row) ? row : [row];
      // Names are only to differ.
      say(`${name} [${i}]`, () => body(...given));
    }
  };
}

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
export const { expect } = chai;
globalThis[Symbol.for('expect-global')] = expect;
setState({ assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null }, expect);

import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const SURETY = 'dist/surety.js';
const DESK = 'test/cli/fixtures/desk.plan';

function surety(argv: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SURETY, ...argv], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Files of the bundle that a call loads: those it names, and what they import when they start. */
function loadedAtStart(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(`dist/${file}`, 'utf8');
  for (const [, name] of text.matchAll(/(?:from|import)\s?"\.{1,2}\/(?:chunks\/)?([\w-]+\.js)"/g)) {
    loadedAtStart(`chunks/${name}`, seen);
  }
  return seen;
}

describe('the built command', () => {
  /** What is asked of a terminal that shows the screens. */
  const UI = '?1049h';
  /** What the reader of clauses says where the grammar is not what it was made for. */
  const READER = 'the table of clauses lacks';

  test('can be run as it is', () => {
    expect(readFileSync(SURETY, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(statSync(SURETY).mode & 0o111).toBe(0o111);
  });

  test('reports what is thrown where nobody waits, without a trace of the runtime around it', () => {
    // Once the program is there to hear of it.
    const thrown = `data:text/javascript,${encodeURIComponent(`
      setInterval(() => {
        if (process.listenerCount('uncaughtException') > 0) throw new Error('nobody waits');
      }, 1);`)}`;
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', thrown, SURETY, 'simulate', 'simulations/express.sim'],
      { encoding: 'utf8' },
    );
    expect(status).toBe(3);
    expect(stderr).toMatch(
      /^surety: this is a bug in Surety, not in your contract or your command\nError: nobody waits\n/,
    );
    expect(stderr).toMatch(/called with: "simulate" "simulations\/express\.sim"\n$/);
  });

  test('answers help without loading the parser, the engine or the terminal UI', () => {
    const loaded = [...loadedAtStart('surety.js')]
      .map((file) => readFileSync(`dist/${file}`, 'utf8'))
      .join('');
    expect(loaded).toContain('Commander');
    expect(loaded.length).toBeLessThan(150_000);
    for (const stranger of [READER, UI, 'react.element', 'yoga', 'HorizonError('])
      expect(loaded).not.toContain(stranger);
  });

  // A replay is made by a module of its own, on this thread or behind the screen.
  test.each(['due', 'why', 'calendar', 'make-replayed'])(
    'answers %s from a compiled plan without the parser',
    (verb) => {
      const chunk = readdirSync('dist/chunks').find((name) => name.startsWith(`${verb}-`))!;
      const reader = readdirSync('dist/chunks').find((name) => name.startsWith('read-compiled-'))!;
      const loaded = [chunk, reader].flatMap((name) => [...loadedAtStart(`chunks/${name}`)]);
      const text = loaded.map((file) => readFileSync(`dist/${file}`, 'utf8')).join('');
      expect(text).toContain('HorizonError');
      expect(text).toContain('not part of a compiled plan');
      for (const stranger of [READER, 'time/bare-days', 'luxon']) expect(text).not.toContain(stranger);
    },
  );

  test('offers the engine without the compiler', () => {
    const text = [...loadedAtStart('engine.js')].map((file) => readFileSync(`dist/${file}`, 'utf8')).join('');
    expect(text).toContain('HorizonError');
    for (const stranger of [READER, 'time/bare-days', 'from"node:']) expect(text).not.toContain(stranger);
  });

  test('loads the terminal UI for the terminal alone, and it loads no compiler and no engine', () => {
    const textOf = (verb: string): string => {
      const chunk = readdirSync('dist/chunks').find((name) => name.startsWith(`${verb}-`))!;
      return [...loadedAtStart(`chunks/${chunk}`)]
        .map((file) => readFileSync(`dist/${file}`, 'utf8'))
        .join('');
    };
    const REACT = 'react.transitional.element';
    for (const verb of ['check', 'simulate', 'replay']) expect(textOf(verb)).not.toContain(UI);
    // What is needed for the first frame does not wait for React.
    for (const verb of ['check', 'show-while-making', 'tui']) expect(textOf(verb)).not.toContain(REACT);
    expect(textOf('mount')).toContain(REACT);
    for (const stranger of [READER, 'time/bare-days']) {
      expect(textOf('show-while-making') + textOf('tui')).not.toContain(stranger);
    }
    expect(textOf('tui')).toContain(UI);
  });

  test('reads contracts without the library that analyses the grammar', () => {
    const all = readdirSync('dist/chunks').map((name) => readFileSync(`dist/chunks/${name}`, 'utf8'));
    expect(all.join('')).toContain(READER);
    expect(all.join('')).not.toContain('performSelfAnalysis');
    expect(readFileSync('dist/THIRD-PARTY-LICENSES.txt', 'utf8')).not.toContain('chevrotain');
  });

  test('names the licence of every library inside', () => {
    const licences = readFileSync('dist/THIRD-PARTY-LICENSES.txt', 'utf8');
    for (const name of ['commander', 'ink', 'react', 'saxes', 'yoga-layout']) {
      expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
  });

  test.each([
    [['--version'], 0],
    [['check', DESK], 0],
    [['check', 'no-such.plan'], 2],
    [['check', 'test/cli'], 0],
    [['check', '--nope'], 2],
    [['test', DESK], 0],
  ])('%j ends with %i', (argv, status) => {
    expect(surety(argv).status).toBe(status);
  });

  test('answers a query from a pipe', () => {
    const query = '{"id":"a","op":"add","from":"2026-06-12T16:30:00+02:00","seconds":3600}\n';
    expect(surety(['calendar', DESK, 'Office', '--batch'], query)).toEqual({
      status: 0,
      stdout: '{"id":"a","result":"2026-06-15T07:30:00Z"}\n',
      stderr: '',
    });
  });

  test('goes quietly when the reader of its output has seen enough', async () => {
    const child = spawn(process.execPath, [SURETY, 'calendar', DESK, 'Office', '--batch']);
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaints += chunk.toString();
    });
    child.stdin.on('error', () => undefined);
    child.stdin.write('{"id":1,"op":"isOpen","at":"2026-06-12T08:00:00Z"}\n'.repeat(1000));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.end('{"id":1,"op":"isOpen","at":"2026-06-12T08:00:00Z"}\n'.repeat(100_000));
    const [status] = (await once(child, 'exit')) as [number | null];
    expect({ status, complaints }).toEqual({ status: 0, complaints: '' });
  });

  // A shell reports a process that a signal ended as 128 and the signal's number: 130 and 143.
  test.each(['SIGINT', 'SIGTERM'] as const)('is ended by %s', async (sent) => {
    const child = spawn(process.execPath, [SURETY, 'calendar', DESK, 'Office', '--batch']);
    child.stdin.write('{"id":1,"op":"isOpen","at":"2026-06-12T08:00:00Z"}\n');
    await once(child.stdout, 'data');
    child.kill(sent);
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect(signal).toBe(sent);
  });

  test.skipIf(process.platform !== 'linux')('says that its output cannot be written', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [SURETY, 'explain'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'surety: standard output: no space left on the device\n',
    });
  });

  test('ends at once on Ctrl-C in the middle of a simulation, which leaves a handler no turn', async () => {
    const child = spawn(process.execPath, [
      SURETY,
      'simulate',
      'simulations/service-desk.sim',
      '--runs',
      '200',
    ]);
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
    setTimeout(() => child.kill('SIGINT'), 1000);
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect({ signal, printed }).toEqual({ signal: 'SIGINT', printed: '' });
  });

  test('prints the same bytes for the same seed', async () => {
    const argv = [SURETY, 'simulate', 'simulations/service-desk.sim', '--runs', '1', '--json'];
    const simulateOnce = async () =>
      (await promisify(execFile)(process.execPath, argv, { maxBuffer: 64 * 1024 * 1024 })).stdout;
    const [first, second] = await Promise.all([simulateOnce(), simulateOnce()]);
    expect(first).toBe(second);
    expect(JSON.parse(first)).toMatchObject({
      plans: [{ name: 'Standard' }, { name: 'Enhanced' }, { name: 'Premium' }],
    });
  });
});

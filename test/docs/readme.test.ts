import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// `BLESS=1 npx vitest run test/docs` writes what the commands print into the README, to be reviewed as a diff.
const bless = process.env['BLESS'] === '1';

interface Block {
  readonly language: string;
  readonly text: string;
}

const readme = readFileSync('README.md', 'utf8');
const blocks: readonly Block[] = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
  ([, language, text]) => ({
    language: language ?? '',
    text: text ?? '',
  }),
);
const of = (language: string) =>
  blocks.filter((block) => block.language === language).map(({ text }) => text);

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'surety-readme-'));
  writeFileSync(join(folder, 'desk.plan'), of('plan')[0] ?? '');
  for (const name of ['contracts', 'simulations']) symlinkSync(resolve(name), join(folder, name));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What a shell prints for a command of the README; `surety` is the one that was built. */
function shell(command: string): string {
  const script = `surety() { "${process.execPath}" "${resolve('dist/surety.js')}" "$@"; }\n${command}`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
  return `${stdout}${stderr}`;
}

/** The time-zone data is that of whoever runs the test; the deadlines shown are the same in all of them. */
function withoutVersions(text: string): string {
  return text.replace(/time-zone data \d{4}[a-z]+/g, 'time-zone data 2025c');
}

function asShown(block: string): string {
  return block
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .map((line) => `${line}\n${withoutVersions(shell(line.slice(2)))}`)
    .join('');
}

describe('the README', () => {
  test.each(of('console').map((block) => [block.split('\n')[0], block] as const))(
    'prints what it shows for %s',
    (_, block) => {
      const shown = asShown(block);
      if (bless)
        writeFileSync(
          'README.md',
          readFileSync('README.md', 'utf8').replace(block, () => shown),
        );
      else expect(shown).toBe(block);
    },
  );

  test('shows a contract that is sound and in its canonical form', () => {
    expect(shell('surety check desk.plan; echo $?')).toMatch(/\n0\n$/);
    expect(shell('surety fmt --check desk.plan')).toBe('');
  });

  test('embeds as it says', () => {
    const program = join(folder, 'embed.mjs');
    writeFileSync(
      program,
      (of('ts')[0] ?? '').replaceAll("'surety'", JSON.stringify(resolve('dist/index.js'))),
    );
    const { stdout } = spawnSync(process.execPath, [program], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe('respond 2026-06-05T07:30:00Z\nresolve 2026-06-05T14:30:00Z\n');
  });

  test('sets up with commands that exist: the comparison as text when piped, and nothing before it', () => {
    expect(of('sh')).toEqual(['npm ci && npm start\n', 'npm ci && npm test\n']);
    // `npm ci` would pull the floor from under the tests that run beside this one.
    const { status, stdout } = spawnSync('npm', ['start', '--silent'], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Service desk\nplans Standard, Enhanced, Premium/);
  });

  test('links to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const path of links) expect(() => readFileSync(path), path).not.toThrow();
  });

  test('names every library in the bundle that was chosen', () => {
    const licences = readFileSync('dist/THIRD-PARTY-LICENSES.txt', 'utf8');
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    const bundled = Object.keys(devDependencies).filter((name) =>
      licences.includes(`\n${name} ${devDependencies[name]}`),
    );
    expect(bundled.length).toBeGreaterThan(3);
    for (const name of bundled) expect(readme, name).toMatch(new RegExp(`^\\|.*\\b${name}\\b.*\\|`, 'm'));
  });
});

// Fetches Node 20.0.0, whose time-zone data are of 2023, from npm into a folder that is removed again, and runs the test
// that writes a lock with it and reads that with this Node.
//
//   node bench/old-node.mjs

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const VERSION = '20.0.0';

const folder = mkdtempSync(join(tmpdir(), 'surety-old-node-'));
try {
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
  run('npm', ['install', '--no-audit', '--no-fund', '--save-exact', `${PACKAGE}@${VERSION}`], {
    cwd: folder,
  });
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  run('npx', ['vitest', 'run', 'test/cli/binary/old-node.test.ts', '--project', 'built'], {
    env: { ...process.env, SURETY_OLD_NODE: join(folder, 'node_modules', PACKAGE, 'bin', binary) },
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(command, argv, options) {
  const { status, error } = spawnSync(command, argv, { stdio: 'inherit', ...options });
  if (error !== undefined) console.error(`${command}: ${error.message}`);
  if (status !== 0) process.exitCode = 1;
}

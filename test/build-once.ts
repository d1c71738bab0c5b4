import { execFileSync } from 'node:child_process';

/** Builds dist/ once before the tests that run it, when a source is newer. */
export default function setup(): void {
  execFileSync(process.execPath, ['build.mjs', '--if-stale'], { stdio: 'inherit' });
}

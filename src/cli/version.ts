import { version } from '../../package.json';

export { version };

/** The line of `--version`: deadlines hang on the time-zone data, which comes with Node. */
export function versionLine(versions: NodeJS.ProcessVersions): string {
  return `surety ${version} (Node ${versions.node}, time-zone data ${versions.tz ?? 'unknown'})`;
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { READY_MAPPINGS, recognizeExport } from '../../simulate/history/recognize-export.ts';
import { openLog } from '../../workspace/open-log.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The mapping file for a log: the one that was named, or that is shipped under the name.
 * @throws {UsageError} where none was named: it says which one fits, or what the log has.
 */
export async function findMapping(map: string | undefined, log: string): Promise<string> {
  if (map === undefined) throw await whichMapping(log);
  const isReady = READY_MAPPINGS.some(({ name }) => name === map);
  return isReady && !existsSync(map) ? shipped(map) : map;
}

async function whichMapping(log: string): Promise<UsageError> {
  let head = '';
  for await (const piece of await openLog(log)) {
    head = new TextDecoder().decode(piece);
    break;
  }
  const { mapping, fields } = recognizeExport(head);
  if (mapping === null) {
    const has = fields.slice(0, 30).map((field) => `\`${field.slice(0, 60)}\``);
    const names = READY_MAPPINGS.map(({ name }) => name).join(', ');
    return new UsageError(
      `--map is missing, and ${log} is no export that is known`,
      `write a mapping as simulations/MAPPING.md has it${has.length === 0 ? '' : `, for ${has.join(', ')}`}; or name one that is ready: ${names}`,
    );
  }
  const zone = mapping.isLocal ? ', with `--log-zone` and the zone of whoever exported it' : '';
  return new UsageError(
    `--map is missing: ${log} looks like ${mapping.what}`,
    `write \`--map ${mapping.name}\`${zone}`,
  );
}

/** Beside the package, wherever this file lies in it. */
function shipped(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const path = join(folder, 'simulations', 'mappings', `${name}.map.json`);
    if (existsSync(path)) return path;
    const above = dirname(folder);
    if (above === folder) throw new Error(`the package lacks simulations/mappings/${name}.map.json`);
    folder = above;
  }
}

import { posix } from 'node:path';
import { isBuiltin } from 'node:module';
import { ENGINE_MAY_TAKE_FROM_TEXT, EXCEPTIONS, LAYERS } from './layers.ts';
import type { ModuleFacts, ModuleImport } from './module-facts.ts';

/** Files without code: the version is the package's to tell, the form of a compiled plan its schema's. */
const DATA = ['package.json', 'docs/compiled-plan.schema.json'];

/** Everything that a module does and its layer may not, each as a sentence. */
export function findViolations(module: ModuleFacts): readonly string[] {
  const layer = layerOf(module.path);
  if (layer === null) return [`${module.path} lies in no layer of the table`];
  return [
    ...module.imports.flatMap((imported) => importViolations(module.path, layer, imported)),
    ...globalViolations(module, layer),
  ].map((violation) => `${module.path} ${violation}`);
}

/** The layer of a path: its folder below `src/`, `grammar`, or the name of a file that lies in `src/` itself. */
export function layerOf(path: string): string | null {
  const match = /^(?:src\/([a-z]+)(?:\/.*|\.ts)|(grammar)\/.*)$/.exec(path);
  const name = match?.[1] ?? match?.[2];
  return name !== undefined && Object.hasOwn(LAYERS, name) ? name : null;
}

/** The module that a relative import means, from the root of the repository. */
export function targetOf(path: string, specifier: string): string {
  return posix.join(posix.dirname(path), specifier);
}

function importViolations(path: string, from: string, imported: ModuleImport): readonly string[] {
  const { specifier, typeOnly, dynamic } = imported;
  const layer = LAYERS[from];
  if (layer === undefined) return [];
  if (specifier === '(computed)') return ['loads a module whose name is computed'];
  if (isBuiltin(specifier)) {
    return layer.edge === true || typeOnly ? [] : [`imports ${specifier}: only workspace and the leaves may`];
  }
  if (!specifier.startsWith('.')) {
    const name = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
    return layer.packages?.includes(name) === true
      ? []
      : [`imports the package ${name}, which is not ${from}'s to use`];
  }

  const target = targetOf(path, specifier);
  if (DATA.includes(target)) return [];
  const to = layerOf(target);
  if (to === null) return [`imports ${specifier}, which lies in no layer`];
  if (to === from) return [];
  const other = LAYERS[to];
  if (other?.leaf === true) {
    // One leaf may hand over to another, when asked to.
    const handedOver = layer.leaf === true && (dynamic || typeOnly);
    return handedOver ? [] : [`imports ${specifier}: ${to} is a leaf`];
  }
  if (from === 'engine' && to === 'text' && target !== ENGINE_MAY_TAKE_FROM_TEXT) {
    return [`imports ${specifier}: the engine sees plan and time alone`];
  }
  if (layer.sees.includes(to)) return [];
  if (layer.seesTypesOf?.includes(to) === true) {
    return typeOnly ? [] : [`imports ${specifier}: ${from} may name types of ${to}, and nothing that runs`];
  }
  return [`imports ${specifier}: ${from} may not see ${to}`];
}

function globalViolations({ path, globals }: ModuleFacts, from: string): readonly string[] {
  const allowed = EXCEPTIONS[path] ?? [];
  const edge = LAYERS[from]?.edge === true;
  return globals
    .filter((name) => !allowed.includes(name))
    .filter((name) => (name === 'Intl' ? from !== 'reference' : !edge))
    .map(
      (name) =>
        `uses ${name}, which belongs to ${name === 'Intl' ? 'zone look-up' : 'workspace and the leaves'}`,
    );
}

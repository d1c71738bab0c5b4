import { existsSync } from 'node:fs';

/** The file of a thread lies beside the command line in the package; in the sources there is none, and this is null. */
export function workerEntry(name: string): URL | null {
  const places = [`../${name}.js`, `./${name}.js`];
  return places.map((place) => new URL(place, import.meta.url)).find((place) => existsSync(place)) ?? null;
}

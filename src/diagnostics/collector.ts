import { type Code, type Params, REGISTRY } from './registry.ts';
import type { Definition } from './define.ts';
import type { Diagnostic, Place } from './diagnostic.ts';
import type { Fix } from './fix.ts';

/**
 * Takes findings as they are made. A code or a parameter that the registry does not know does not compile.
 *
 * One mistake is one finding: what is read from many places (a plan's business days from each of its cells) is
 * reported at the place where it stands, and once; a finding that its definition calls `said once` keeps the place
 * where it was made first and names the others.
 */
export class Collector {
  readonly #found: Diagnostic[] = [];
  readonly #indexes = new Map<string, number>();

  report<C extends Code>(
    code: C,
    place: Place,
    params: Params<C>,
    more: { readonly path?: readonly string[]; readonly related?: Diagnostic['related'] } = {},
  ): void {
    const definition = REGISTRY[code] as unknown as Definition<Params<C>>;
    const message = definition.message(params);
    const { start, end } = place.span;
    const here = `${code}\n${message}\n${place.source.name}:${start}-${end}`;
    if (this.#indexes.has(here)) return;
    const anywhere = `${code}\n${message}`;
    const first = definition.saidOnce === true ? this.#indexes.get(anywhere) : undefined;
    if (first !== undefined) {
      this.#indexes.set(here, first);
      if (definition.level !== 'assumption') {
        this.#addPlace(first, place, definition.fixes?.(params, place, []) ?? []);
      }
      return;
    }
    this.#indexes.set(here, this.#found.length).set(anywhere, this.#found.length);
    this.#found.push({
      code,
      level: definition.level,
      message,
      place,
      path: more.path ?? [],
      params,
      why: definition.page.why,
      consequence: null,
      help: definition.help(params, place),
      related: more.related ?? [],
      fixes: definition.fixes?.(params, place, more.related ?? []) ?? [],
    });
  }

  /** One mistake made in several places is mended in all of them at once. */
  #addPlace(index: number, place: Place, fixes: readonly Fix[]): void {
    const found = this.#found[index];
    if (found === undefined) return;
    this.#found[index] = {
      ...found,
      related: [...found.related, { message: 'and here', place }],
      fixes: found.fixes.map((fix) => {
        const same = fixes.find(({ title }) => title === fix.title);
        return same === undefined ? fix : { ...fix, edits: [...fix.edits, ...same.edits] };
      }),
    };
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#found;
  }

  get hasErrors(): boolean {
    return this.#found.some((diagnostic) => diagnostic.level === 'error');
  }
}

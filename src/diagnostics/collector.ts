import { type Code, type Params, REGISTRY } from './registry.ts';
import type { Diagnostic, Place } from './diagnostic.ts';

/** Takes findings as they are made. A code or a parameter that the registry does not know does not compile. */
export class Collector {
  readonly #found: Diagnostic[] = [];

  report<C extends Code>(
    code: C,
    place: Place,
    params: Params<C>,
    more: { readonly path?: readonly string[]; readonly related?: Diagnostic['related'] } = {},
  ): void {
    const definition = REGISTRY[code] as unknown as {
      readonly level: Diagnostic['level'];
      readonly message: (params: Params<C>) => string;
      readonly help: (params: Params<C>) => string | null;
    };
    const message = definition.message(params);
    // What one assumption covers may stand in many cells; it is said once.
    if (
      definition.level === 'assumption' &&
      this.#found.some((made) => made.code === code && made.message === message)
    ) {
      return;
    }
    this.#found.push({
      code,
      level: definition.level,
      message,
      place,
      path: more.path ?? [],
      why: null,
      help: definition.help(params),
      related: more.related ?? [],
    });
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#found;
  }

  get hasErrors(): boolean {
    return this.#found.some((diagnostic) => diagnostic.level === 'error');
  }
}

import type { Origin } from '../check/model.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { FileNode } from '../syntax/tree.ts';
import { visitLocated } from './walk.ts';

/** Finds the text that an origin of the checked contract stands for: the widest node that begins there. */
export class Places {
  readonly #files: ReadonlyMap<string, FileNode>;
  readonly #ends = new Map<string, ReadonlyMap<number, number>>();

  constructor(files: readonly FileNode[]) {
    this.#files = new Map(files.map((file) => [file.source.name, file]));
  }

  /** @throws Error for an origin in a file that the contract was not read from: a fault of the rule that asks. */
  of({ file: name, line, column }: Origin): Place {
    const file = this.#files.get(name);
    if (file === undefined) throw new Error(`the contract was not read from ${name}`);
    const start = (file.source.lineStarts[line - 1] ?? 0) + column - 1;
    return { source: file.source, span: { start, end: this.#endsIn(file).get(start) ?? start + 1 } };
  }

  #endsIn(file: FileNode): ReadonlyMap<number, number> {
    const known = this.#ends.get(file.source.name);
    if (known !== undefined) return known;
    const ends = new Map<number, number>();
    for (const declaration of file.declarations) {
      visitLocated(declaration, ({ span }) => {
        ends.set(span.start, Math.max(span.end, ends.get(span.start) ?? 0));
      });
    }
    this.#ends.set(file.source.name, ends);
    return ends;
  }
}

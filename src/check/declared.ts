import type { DeclarationNode } from '../syntax/tree.ts';
import type { CheckContext } from './context.ts';

/** A declaration and where it stands. */
export interface Declared<T extends DeclarationNode> {
  readonly node: T;
  readonly context: CheckContext;
}

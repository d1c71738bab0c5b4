import type { ExitCode } from '../exit-code.ts';

/** Errors stand in the way of an outcome. They have been said; what is left is how to end. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly exit: ExitCode;

  constructor(exit: ExitCode) {
    super('it was refused');
    this.exit = exit;
  }
}

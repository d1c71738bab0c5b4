/** What the user asked for cannot be done as asked; ends with exit code 2. The message starts lower case. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** What to type instead; null when the message says it. */
  readonly help: string | null;

  constructor(message: string, help: string | null = null) {
    super(message);
    this.help = help;
  }
}

/**
 * An input that cannot be read, or an output that cannot be written: missing, a folder, empty, not text, no
 * permission. Thrown at the edge alone, where nothing below can go on without the file; the command line turns it
 * into its message and exit code 2.
 */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  /** The path as the user gave it. */
  readonly path: string;
  /** What to do about it; null when the message says it. */
  readonly help: string | null;

  /** `message` reads on from the path: `no such file`. */
  constructor(path: string, message: string, help: string | null = null) {
    super(`${path}: ${message}`);
    this.path = path;
    this.help = help;
  }
}

/**
 * What a failed call of the file system means, in words.
 * @throws the error itself when it is not one of the file system's.
 */
export function asUnreadable(path: string, error: unknown): Unreadable {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return new Unreadable(path, 'no such file or folder');
    case 'EISDIR':
      return new Unreadable(path, 'is a folder, not a file', `name a file in ${path}`);
    case 'ENOTDIR':
      return new Unreadable(path, 'a part of this path is a file, not a folder');
    case 'EACCES':
    case 'EPERM':
      return new Unreadable(path, 'permission denied');
    case 'ELOOP':
      return new Unreadable(path, 'links that lead in a circle');
    case 'ENAMETOOLONG':
      return new Unreadable(path, 'the name is too long');
    case 'ENOSPC':
      return new Unreadable(path, 'no space left on the device');
    case 'EROFS':
      return new Unreadable(path, 'the file system is read-only');
    default:
      if (error instanceof Error && 'syscall' in error) return new Unreadable(path, inWords(error.message));
      throw error;
  }
}

/** Of `EIO: i/o error, read`, the middle. */
function inWords(message: string): string {
  return /^[A-Z0-9]+: (?<words>[^,]+)/.exec(message)?.groups?.['words'] ?? message;
}

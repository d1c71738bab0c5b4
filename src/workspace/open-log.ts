import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { asUnreadable, Unreadable } from './unreadable.ts';

/** Bytes handed on at a time. */
const PIECE = 256 * 1024;

/**
 * The bytes of a ticket log as they are read, unpacked where its first bytes say gzip, whatever its name. The file
 * is closed when the reader stops early.
 * @param told is told, as they are read, the share of the file's bytes that have been
 * @throws {Unreadable} at once when the file is missing, a folder, empty or may not be read; while it is read, when
 * its gzip is broken off or damaged.
 */
export async function openLog(
  path: string,
  told: (share: number) => void = () => undefined,
): Promise<AsyncIterable<Uint8Array>> {
  const packed = await isGzip(path);
  return readPieces(path, packed, told);
}

async function isGzip(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) throw new Unreadable(path, 'is a folder, not a log');
    const file = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
      if (bytesRead === 0) throw new Unreadable(path, 'the file is empty');
      return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : asUnreadable(path, error);
  }
}

async function* readPieces(
  path: string,
  packed: boolean,
  told: (share: number) => void,
): AsyncGenerator<Uint8Array> {
  const { size } = await stat(path);
  const file = createReadStream(path, { highWaterMark: PIECE });
  const unpacked = packed ? file.pipe(createGunzip({ chunkSize: PIECE })) : file;
  // `pipe` does not carry errors over.
  if (packed) file.on('error', (error) => unpacked.destroy(error));
  try {
    for await (const piece of unpacked) {
      yield piece as Uint8Array;
      // A pipe has no size that could be told beforehand.
      if (size > 0) told(Math.min(1, file.bytesRead / size));
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_')) {
      const cut = code === 'Z_BUF_ERROR' ? 'the packed log is cut off' : 'the packed log is damaged';
      throw new Unreadable(path, cut, 'try `gzip -t` on it, or fetch it again');
    }
    throw asUnreadable(path, error);
  } finally {
    file.destroy();
  }
}

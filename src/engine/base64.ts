/** Whole numbers of 32 bits as text, least byte first whatever the machine. It runs in Node and in browsers. */

const IS_LEAST_FIRST = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** As many characters as a call takes arguments without fear. */
const CHUNK = 4096;

export function toBase64(numbers: Int32Array): string {
  const bytes = inOrder(new Uint8Array(numbers.slice().buffer));
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += CHUNK)
    parts.push(String.fromCharCode(...bytes.subarray(i, i + CHUNK)));
  return btoa(parts.join(''));
}

/** Null for a text that is not that of whole numbers. */
export function fromBase64(text: string): Int32Array | null {
  const bytes = bytesOf(text);
  return bytes === null || bytes.length % 4 !== 0 ? null : new Int32Array(inOrder(bytes).buffer);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  // Where there is Node it decodes in no time, and passes over what does not belong: whoever reads the numbers checks them.
  if (typeof Buffer === 'function') return new Uint8Array(Buffer.from(text, 'base64'));
  let characters: string;
  try {
    characters = atob(text);
  } catch {
    return null;
  }
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = characters.charCodeAt(i);
  return bytes;
}

/** Turns round the bytes of each number where the machine has the most of them first. */
function inOrder(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (!IS_LEAST_FIRST) for (let i = 0; i < bytes.length; i += 4) bytes.subarray(i, i + 4).reverse();
  return bytes;
}

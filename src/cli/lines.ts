import { StringDecoder } from 'node:string_decoder';

/**
 * The lines of a stream, as many at a time as a chunk completes: waiting once a chunk and not once a line is what
 * makes long inputs fast. Line ends may be `\n` or `\r\n`; the last line needs none.
 */
export async function* linesOf(input: AsyncIterable<Buffer | string>): AsyncGenerator<readonly string[]> {
  for await (const text of wholeLinesOf(input)) yield text.slice(0, -1).split('\n').map(withoutReturn);
}

/** The same as texts of whole lines, each with its `\n`, for those that look at millions of them. */
export async function* wholeLinesOf(input: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of withoutMark(input)) {
    const text = rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk));
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    if (end > 0) yield text.slice(0, end);
  }
  rest += decoder.end();
  if (rest !== '') yield `${rest}\n`;
}

const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/** A stream without the byte-order mark with which some programs begin a text. */
async function* withoutMark(input: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer | string> {
  let isFirst = true;
  for await (const chunk of input) {
    if (!isFirst) yield chunk;
    else if (typeof chunk === 'string') yield chunk.replace(/^\uFEFF/, '');
    else yield chunk.subarray(0, 3).equals(BYTE_ORDER_MARK) ? chunk.subarray(3) : chunk;
    isFirst = false;
  }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

const NEWLINE = 10;

/** The same as bytes, for those that look at millions of lines and at few of them closely. */
export async function* wholeLineBytesOf(input: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of withoutMark(input)) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    if (end === 0) rest.push(bytes);
    else {
      yield rest.length === 0 ? bytes.subarray(0, end) : Buffer.concat([...rest, bytes.subarray(0, end)]);
      rest = end === bytes.length ? [] : [bytes.subarray(end)];
    }
  }
  if (rest.length > 0) yield Buffer.concat([...rest, Buffer.of(NEWLINE)]);
}

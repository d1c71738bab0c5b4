/**
 * 64 bits that tell apart what differs by chance, not what somebody means to deceive with: two multiplicative sums, as in
 * FNV-1a, that begin differently and go on from one piece to the next.
 */
export class Digest {
  #a = 0x811c9dc5 | 0;
  #b = 0x01000193 | 0;

  text(text: string): this {
    const codes = new Uint16Array(text.length);
    for (let i = 0; i < codes.length; i += 1) codes[i] = text.charCodeAt(i);
    return this.numbers(codes);
  }

  numbers(numbers: Int32Array | Uint16Array): this {
    let [a, b] = [this.#a, this.#b];
    for (let i = 0; i < numbers.length; i += 1) {
      const value = numbers[i] as number;
      a = Math.imul(a ^ value, 0x01000193);
      // What is high moves down, or the highest bits of what was taken would never reach the others.
      b = Math.imul(b ^ value ^ (b >>> 15), 0x85ebca6b);
    }
    // So that where one piece ends and the next begins counts.
    this.#a = Math.imul(a ^ numbers.length, 0x01000193);
    this.#b = Math.imul(b ^ numbers.length, 0x85ebca6b);
    return this;
  }

  /** Sixteen hexadecimal digits. */
  get hex(): string {
    return [this.#a, this.#b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

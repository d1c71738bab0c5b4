const HALF = 2 ** 22;
/** So many products of parts below 2^44 add up to less than 2^53. */
const MOST = 256;

/** The sum of products of whole numbers of up to 13 digits, exact however many there are. */
export class ExactSum {
  #total = 0n;
  #count = 0;
  #high = 0;
  #middle = 0;
  #low = 0;

  addProduct(x: number, y: number): void {
    const [x1, y1] = [Math.floor(x / HALF), Math.floor(y / HALF)];
    const [x0, y0] = [x - x1 * HALF, y - y1 * HALF];
    this.#high += x1 * y1;
    this.#middle += x1 * y0 + x0 * y1;
    this.#low += x0 * y0;
    this.#count += 1;
    if (this.#count === MOST) this.#carry();
  }

  get total(): bigint {
    this.#carry();
    return this.#total;
  }

  #carry(): void {
    this.#total += (BigInt(this.#high) << 44n) + (BigInt(this.#middle) << 22n) + BigInt(this.#low);
    this.#count = this.#high = this.#middle = this.#low = 0;
  }
}

/**
 * A draw of Philox4x32-10 as `src/simulate/random/philox.ts` makes it, which says where it is from: AssemblyScript, which
 * `npm run generate` compiles to WebAssembly. What that has and JavaScript has not is the whole product of two words.
 */

const MULTIPLIER_0: u64 = 0xd2511f53;
const MULTIPLIER_1: u64 = 0xcd9e8d57;
const WEYL_0: u32 = 0x9e3779b9;
const WEYL_1: u32 = 0xbb67ae85;
const ROUNDS: i32 = 10;

/** The number between 0 and 1 that the first two words of the block of a counter under a key make. */
export function uniform(c0: u32, c1: u32, c2: u32, c3: u32, k0: u32, k1: u32): f64 {
  for (let round = 0; round < ROUNDS; round += 1) {
    const product0 = MULTIPLIER_0 * u64(c0);
    const product1 = MULTIPLIER_1 * u64(c2);
    c0 = u32(product1 >> 32) ^ c1 ^ k0;
    c1 = u32(product1);
    c2 = u32(product0 >> 32) ^ c3 ^ k1;
    c3 = u32(product0);
    k0 += WEYL_0;
    k1 += WEYL_1;
  }
  return (f64(c0 >>> 6) * 0x4000000 + f64(c1 >>> 6) + 0.5) / 0x10000000000000;
}

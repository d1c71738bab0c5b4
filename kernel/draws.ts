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
  return openUnit(c0, c1);
}

/**
 * The numbers of counters whose first words rise by one from `first`, an even count of them, to the beginning of the memory. Two
 * at a time: the rounds of one wait for each other, those of two do not.
 */
export function rising(count: i32, first: u32, c1: u32, c2: u32, c3: u32, k0: u32, k1: u32): void {
  for (let i = 0; i < count; i += 2) {
    const c0 = first + u32(i);
    let a0 = c0;
    let a1 = c1;
    let a2 = c2;
    let a3 = c3;
    let b0 = c0 + 1;
    let b1 = c1;
    let b2 = c2;
    let b3 = c3;
    let key0 = k0;
    let key1 = k1;
    for (let round = 0; round < ROUNDS; round += 1) {
      const productA0 = MULTIPLIER_0 * u64(a0);
      const productB0 = MULTIPLIER_0 * u64(b0);
      const productA1 = MULTIPLIER_1 * u64(a2);
      const productB1 = MULTIPLIER_1 * u64(b2);
      a0 = u32(productA1 >> 32) ^ a1 ^ key0;
      b0 = u32(productB1 >> 32) ^ b1 ^ key0;
      a1 = u32(productA1);
      b1 = u32(productB1);
      a2 = u32(productA0 >> 32) ^ a3 ^ key1;
      b2 = u32(productB0 >> 32) ^ b3 ^ key1;
      a3 = u32(productA0);
      b3 = u32(productB0);
      key0 += WEYL_0;
      key1 += WEYL_1;
    }
    store<f64>(i << 3, openUnit(a0, a1));
    store<f64>(i << 3, openUnit(b0, b1), 8);
  }
}

function openUnit(high: u32, low: u32): f64 {
  return (f64(high >>> 6) * 0x4000000 + f64(low >>> 6) + 0.5) / 0x10000000000000;
}

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
 * The numbers of counters whose first words rise by one from `first`, a count of them that four divides, to the beginning of the
 * memory: four counters side by side, a word of each in a vector.
 */
export function rising(count: i32, first: u32, c1: u32, c2: u32, c3: u32, k0: u32, k1: u32): void {
  const multiplier0 = i32x4.splat(i32(MULTIPLIER_0));
  const multiplier1 = i32x4.splat(i32(MULTIPLIER_1));
  const weyl0 = i32x4.splat(WEYL_0);
  const weyl1 = i32x4.splat(WEYL_1);
  for (let i = 0; i < count; i += 4) {
    let w0 = i32x4.add(i32x4.splat(first + u32(i)), i32x4(0, 1, 2, 3));
    let w1 = i32x4.splat(c1);
    let w2 = i32x4.splat(c2);
    let w3 = i32x4.splat(c3);
    let key0 = i32x4.splat(k0);
    let key1 = i32x4.splat(k1);
    for (let round = 0; round < ROUNDS; round += 1) {
      const low0 = i64x2.extmul_low_i32x4_u(w0, multiplier0);
      const high0 = i64x2.extmul_high_i32x4_u(w0, multiplier0);
      const low1 = i64x2.extmul_low_i32x4_u(w2, multiplier1);
      const high1 = i64x2.extmul_high_i32x4_u(w2, multiplier1);
      // Of each product of 64 bits the upper word, then the lower.
      w0 = v128.xor(v128.xor(v128.shuffle<i32>(low1, high1, 1, 3, 5, 7), w1), key0);
      w1 = v128.shuffle<i32>(low1, high1, 0, 2, 4, 6);
      w2 = v128.xor(v128.xor(v128.shuffle<i32>(low0, high0, 1, 3, 5, 7), w3), key1);
      w3 = v128.shuffle<i32>(low0, high0, 0, 2, 4, 6);
      key0 = i32x4.add(key0, weyl0);
      key1 = i32x4.add(key1, weyl1);
    }
    const at = i << 3;
    store<f64>(at, openUnit(i32x4.extract_lane(w0, 0), i32x4.extract_lane(w1, 0)));
    store<f64>(at, openUnit(i32x4.extract_lane(w0, 1), i32x4.extract_lane(w1, 1)), 8);
    store<f64>(at, openUnit(i32x4.extract_lane(w0, 2), i32x4.extract_lane(w1, 2)), 16);
    store<f64>(at, openUnit(i32x4.extract_lane(w0, 3), i32x4.extract_lane(w1, 3)), 24);
  }
}

function openUnit(high: u32, low: u32): f64 {
  return (f64(high >>> 6) * 0x4000000 + f64(low >>> 6) + 0.5) / 0x10000000000000;
}

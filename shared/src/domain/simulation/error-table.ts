/**
 * The standard normal distribution as whole numbers: the upper 128 of the 256 quantiles (i + ½) ÷ 256, in ten-thousandths
 * of a standard deviation. A table instead of logarithms and cosines, because those may differ in the last digit between
 * two machines, and a post must not depend on that (architecture.md section 3). The 256 values have the mean 0 and the
 * standard deviation 0.9975.
 */
const UPPER_HALF: readonly number[] = [
  49, 147, 245, 343, 441, 539, 637, 735, 833, 932, 1_030, 1_128, 1_227, 1_326, 1_425, 1_524, 1_623, 1_722,
  1_821, 1_921, 2_021, 2_121, 2_221, 2_322, 2_422, 2_523, 2_625, 2_726, 2_828, 2_930, 3_032, 3_135, 3_238,
  3_341, 3_445, 3_549, 3_654, 3_758, 3_864, 3_969, 4_076, 4_182, 4_289, 4_397, 4_505, 4_614, 4_723, 4_833,
  4_943, 5_054, 5_166, 5_278, 5_391, 5_504, 5_618, 5_734, 5_849, 5_966, 6_083, 6_202, 6_321, 6_441, 6_562,
  6_684, 6_806, 6_930, 7_055, 7_182, 7_309, 7_437, 7_567, 7_698, 7_831, 7_964, 8_100, 8_236, 8_374, 8_514,
  8_656, 8_799, 8_944, 9_091, 9_240, 9_391, 9_545, 9_700, 9_858, 10_019, 10_182, 10_348, 10_516, 10_688,
  10_863, 11_041, 11_223, 11_409, 11_599, 11_793, 11_992, 12_195, 12_404, 12_618, 12_838, 13_064, 13_298,
  13_539, 13_788, 14_045, 14_313, 14_591, 14_881, 15_184, 15_502, 15_836, 16_189, 16_563, 16_962, 17_390,
  17_853, 18_357, 18_912, 19_533, 20_240, 21_066, 22_066, 23_352, 25_205, 28_856,
];

export const ERROR_UNITS = 10_000;
export const ERROR_TABLE_SIZE = 256;

/** The error of one place of the table, 0 to 255, in ten-thousandths of a standard deviation: antisymmetric, ascending. */
export function errorAt(place: number): number {
  return place < 128 ? -(UPPER_HALF[127 - place] ?? 0) : (UPPER_HALF[place - 128] ?? 0);
}

/*
 * The two hot loops of a year in C, on the arrays of a real county: learning (every pupil) and the ranking of schools
 * (families of entrants). Same arithmetic in the same order as src/engine/processes/{teaching,school-choice}.ts, so the
 * checksums must be equal to the last bit. Compile with -O3 -march=native -ffp-contract=off.
 *
 * Usage: hot-loops FILE, then one line "learn PASSES" or "rank PASSES" on standard input per measurement;
 * answers "NANOSECONDS CHECKSUM".
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static unsigned char *at; /* where the next array begins */

static void *array(void) {
  int64_t bytes;
  memcpy(&bytes, at, 8);
  void *start = at + 8;
  at += 8 + (bytes + 7) / 8 * 8;
  return start;
}

static inline uint32_t lowbias32(uint32_t x) {
  x ^= x >> 16;
  x *= 0x21f0aaadu;
  x ^= x >> 15;
  x *= 0xd35a2d97u;
  return x ^ (x >> 15);
}

static inline uint32_t keyed(uint32_t id, uint32_t k0, uint32_t k1) { return lowbias32(lowbias32(id + k0) ^ k1); }

enum { OPTIONS = 8 };

/* learning: numbers = stability persistence slope pull shock; blocks = first, end, class base, k0, k1 */
static const double *numbers, *background, *early, *constant, *cell;
static double *durable, *input, *scores;
static const int32_t *blocks, *id;
static const uint16_t *slot;
static const uint8_t *standing;
static const double *boarding;
static int32_t block_count, capacity;

static void learn_block(int b) {
  const double stability = numbers[0], persistence = numbers[1], slope = numbers[2], pull = numbers[3], shock = numbers[4];
  const int32_t from = blocks[5 * b], to = blocks[5 * b + 1], base = blocks[5 * b + 2];
  const uint32_t k0 = (uint32_t)blocks[5 * b + 3], k1 = (uint32_t)blocks[5 * b + 4];
  for (int32_t s = 0; s < capacity; s++) scores[base + s] = 0;
  for (int32_t i = from; i < to; i++) {
    const int32_t c = base + slot[i];
    const uint32_t h = keyed((uint32_t)id[i], k0, k1);
    const double d = stability * durable[i] + slope * background[i] + pull * early[i] + shock * (cell[h >> 20] + cell[(h >> 8) & 4095]);
    const double g = persistence * input[i] + constant[c] + boarding[b] * (double)(standing[i] & 1);
    durable[i] = d;
    input[i] = g;
    scores[c] += d + g;
  }
}

static void learn(long passes) {
  for (long p = 0; p < passes; p++)
    for (int b = 0; b < block_count; b++) learn_block(b);
}

static double learn_checksum(void) {
  double sum = 0;
  for (int b = 0; b < block_count; b++)
    for (int32_t i = blocks[5 * b]; i < blocks[5 * b + 1]; i++) sum = sum * 0.5 + durable[i] + input[i];
  return sum;
}

/* ranking: entrants = first, size, level per block; keys = rule0 rule1 motive0 motive1; limits = simple, strategic per level, weight */
static const int32_t *entrants, *keys, *taste0, *taste1;
static const int16_t *option, *home;
static const double *limits, *base_utility, *by_background, *chance, *offset, *slope_of;
static int32_t *wishes;
static int32_t entrant_blocks, place_capacity, section_capacity;

static int32_t rank_one(int32_t i, int32_t m, double weight, const double *chances, const double *backgrounds, const int32_t *t0, const int32_t *t1) {
  const uint32_t who = (uint32_t)id[i];
  const double z = background[i];
  int32_t best = INT32_MIN, second = INT32_MIN, third = INT32_MIN;
  for (int k = 0; k < OPTIONS; k++) {
    const int32_t s = option[m + k];
    if (s < 0) break;
    const uint32_t h = keyed(who, (uint32_t)t0[s], (uint32_t)t1[s]);
    const double u = base_utility[m + k] + z * backgrounds[s] + weight * chances[s] + offset[h >> 21] + (double)(h & 2097151) * slope_of[h >> 21];
    const int32_t key = (int32_t)((uint32_t)(int32_t)(u * 65536) << 3) | (7 - k);
    const int32_t under = key < best ? key : best;
    best = key > best ? key : best;
    const int32_t last = under < second ? under : second;
    second = under > second ? under : second;
    third = last > third ? last : third;
  }
  return -4096 | (7 - (best & 7)) | ((7 - (second & 7)) << 4) | ((7 - (third & 7)) << 8);
}

static void rank_all(long passes) {
  for (long p = 0; p < passes; p++)
    for (int b = 0; b < entrant_blocks; b++) {
      const int32_t first = entrants[3 * b], size = entrants[3 * b + 1], level = entrants[3 * b + 2];
      const double simple = limits[0], strategic = limits[1 + level], weight = limits[3];
      const double *chances = chance + level * section_capacity, *backgrounds = by_background + level * section_capacity;
      for (int32_t i = first; i < first + size; i++) {
        if ((double)keyed((uint32_t)id[i], (uint32_t)keys[0], (uint32_t)keys[1]) < simple) {
          wishes[i] = -4096 | 0x210;
          continue;
        }
        const int is_strategic = strategic > 0 && (double)keyed((uint32_t)id[i], (uint32_t)keys[2], (uint32_t)keys[3]) < strategic;
        wishes[i] = rank_one(i, (level * place_capacity + home[i]) * OPTIONS, is_strategic ? 4 * weight : weight, chances, backgrounds, taste0, taste1);
      }
    }
}

static double rank_checksum(void) {
  uint32_t sum = 0;
  for (int b = 0; b < entrant_blocks; b++)
    for (int32_t i = entrants[3 * b]; i < entrants[3 * b] + entrants[3 * b + 1]; i++) sum = sum * 31u + (uint32_t)wishes[i];
  return sum;
}

static void load(const char *name) {
  FILE *file = fopen(name, "rb");
  if (!file) exit(2);
  fseek(file, 0, SEEK_END);
  const long size = ftell(file);
  rewind(file);
  at = malloc((size_t)size);
  if (!at || fread(at, 1, (size_t)size, file) != (size_t)size) exit(2);
  fclose(file);
  const int32_t *sizes = array();
  block_count = sizes[0];
  capacity = sizes[1];
  entrant_blocks = sizes[2];
  place_capacity = sizes[3];
  section_capacity = sizes[4];
  numbers = array(), blocks = array(), boarding = array();
  id = array(), slot = array(), standing = array(), background = array(), early = array();
  durable = array(), input = array(), scores = array(), constant = array(), cell = array();
  entrants = array(), keys = array(), limits = array(), home = array(), option = array(), wishes = array();
  base_utility = array(), taste0 = array(), taste1 = array(), by_background = array(), chance = array();
  offset = array(), slope_of = array();
}

int main(int count, char **words) {
  if (count < 2) return 2;
  load(words[1]);
  char what[16];
  long passes;
  while (scanf("%15s %ld", what, &passes) == 2) {
    struct timespec start, end;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
    const int learning = strcmp(what, "learn") == 0;
    if (learning) learn(passes);
    else rank_all(passes);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
    const double checksum = learning ? learn_checksum() : rank_checksum();
    uint64_t bits;
    memcpy(&bits, &checksum, 8);
    printf("%.0f %016llx\n", (end.tv_sec - start.tv_sec) * 1e9 + (end.tv_nsec - start.tv_nsec), (unsigned long long)bits);
    fflush(stdout);
  }
  return 0;
}

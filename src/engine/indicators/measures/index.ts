import type { Measure } from '../declare.ts'

/** Everything measured per level that is not a per-pupil item, in the order of the record. */
export const measures: readonly Measure[] = []

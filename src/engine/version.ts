/** Version of the engine, as in `package.json`; stamped on every result. */
export const engineVersion = '0.8.0'

/** Day on which this version was finished, as in `CITATION.cff`: since when what its authors assume stands as it stands. */
export const engineReleased = '2026-11-27'

/**
 * Counts the times the numbers changed. Two results may be compared only if it agrees; it rises together with the golden
 * files and a "Numbers changed" entry of the change log.
 */
export const numbersCounter = 2

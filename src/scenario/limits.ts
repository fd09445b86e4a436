/* What a scenario file may hold: the app keeps to it while something is typed in, the reader when a file is opened. */

/** Bytes of a scenario file. The largest county in one file has about 60 kB. */
export const scenarioLimit = 5_000_000

/** Arms of a scenario, and policies in one of them. */
export const mostArms = 12
export const mostUses = 60

/** School years that a scenario may cover. */
export const mostYears = 41

/** Characters of a note on a school. */
export const mostNote = 2000

/** School years that a county may be of: the first with a public-funds base on record, and the last that a roster can describe. */
export const countyYears = { first: 2016, last: 2027 } as const

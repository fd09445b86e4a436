/** The two official figures that processes themselves need; the norms proper stand in `norms/balance-2017.ts`. */
export const balance2017Standard = {
  /** Yuan of teaching equipment per pupil. */
  equipment: { primary: 2000, junior: 2500 },
} as const

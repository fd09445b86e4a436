import type { Scenario } from './scenario.ts'

/** Names the county that a scenario stands on, whatever its policies: what the county is built from, as text. */
export const groundOf = ({ county, behaviour }: Scenario): string => JSON.stringify([county, behaviour])

/** Why a candidate may not take a directed place; `unknown` = the cell that decides is empty. */
export const reasonsOut = ['repeater', 'transferred', 'selected', 'years', 'unknown'] as const
export type ReasonOut = (typeof reasonsOut)[number]

/** What holds where a rule says nothing of eligibility, or not of a part of it: three full years in the school, no repeaters, nobody who transferred in. */
export const usualEligibility = { repeatersOut: true, transferredOut: true, selectedOut: false, routes: [{ enrolledYears: 3 }] }

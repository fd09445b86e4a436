import type { Level, PlaceKind, Scope } from '../../../engine/index.ts'
import type { Timing } from './draft.ts'

/* What each choice of a lever sheet changes of a timetable. What it does not speak of stays: a file may have set more than the sheet can. */

/** A timetable with another scope; one that narrows nothing is forgotten. */
function withScope({ where: _, ...rest }: Timing, where: Scope): Timing {
  return Object.keys(where).length > 0 ? { ...rest, where } : rest
}

/** For one stage, or for both; which schools of it are covered stays. */
export function withStage(timing: Timing, level: Level | undefined): Timing {
  const { level: _, ...where } = timing.where ?? {}
  return withScope(timing, level === undefined ? where : { ...where, level })
}

/** For one kind of place, or for all, in place of the kinds and schools covered so far; the stage stays. */
export function withPlace(timing: Timing, kind: PlaceKind | undefined): Timing {
  const { level } = timing.where ?? {}
  return withScope(timing, { ...(level === undefined ? {} : { level }), ...(kind === undefined ? {} : { kinds: [kind] }) })
}

/** From a year on. It stops no earlier than it starts. */
export function withStart({ to, ...rest }: Timing, from: number): Timing {
  return { ...rest, from, ...(to === undefined ? {} : { to: Math.max(to, from) }) }
}

/** Up to and including a year, or without an end. */
export function withStop({ to: _, ...rest }: Timing, to: number | undefined): Timing {
  return to === undefined ? rest : { ...rest, to }
}

/** What may be chosen, with what is in force, though it be none of the usual ones. */
export const withInForce = (usual: readonly number[], value: number): readonly number[] => (usual.includes(value) ? usual : [...usual, value].sort((a, b) => a - b))

import { enteredItems, type Problem } from '../engine/index.ts'
import { problemAt } from './problems.ts'
import { behaviourOf, leversOf, type Registry } from './registry.ts'
import { sayEntered } from './say-entered.ts'
import { knownFor, unknownName } from './shape.ts'
import { nearest } from './suggest.ts'

/** Days on which settings were made and figures entered, by name: `process.parameter`, `policy.lever` or `item.part`. Nothing is computed from them. */
export type Days = Readonly<Record<string, string>>

/** Whether a text is a day of the calendar: `2026-11-27`. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** Everything a day may be noted of. */
const namesOf = (registry: Registry): readonly string[] => [
  ...behaviourOf(registry).keys(),
  ...registry.policies.flatMap((policy) => leversOf(policy).map(([lever]) => `${policy.id}.${lever}`)),
  ...Object.entries(enteredItems).flatMap(([item, parts]) => parts.map(({ id }) => `${item}.${id}`)),
]

/** Checks the days of a file: each is of something that can be set, and a day. */
export function checkDays(value: unknown, registry: Registry): readonly Problem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const names = namesOf(registry)
  const known = new Set(names)
  return Object.entries(value).flatMap(([name, day], k) => {
    const path = ['days', name]
    if (!known.has(name)) {
      // all names are too many to be told
      const near = nearest(name, knownFor(k, names))
      return [unknownName(path, sayEntered.unknownDayOf(name), name, near === undefined ? [] : [near])]
    }
    return typeof day === 'string' && !isDay(day) ? [problemAt(path, sayEntered.notDay(day), sayEntered.dayHint)] : []
  })
}

import { columnsOf, tableNames, type County, type Rules } from '../../../src/engine/county/county.ts'
import { sectionRuleColumns, statusQuo } from '../../../src/engine/county/rules.ts'
import type { Draws } from '../../../src/engine/kernel/random.ts'

/* Tables, rules and draws that behave as usual and write down which columns and streams were used. */

/** What was used since the last `clear`. */
export interface Seen {
  readonly reads: Set<string>
  readonly writes: Set<string>
  readonly streams: Set<string>
  clear(): void
}

export const seenNothing = (): Seen => {
  const seen = { reads: new Set<string>(), writes: new Set<string>(), streams: new Set<string>(), clear: () => [seen.reads, seen.writes, seen.streams].forEach((set) => set.clear()) }
  return seen
}

type Numbers = Float64Array | Int32Array

/** A column whose elements are read and written through the book. Methods: `fill` and `set` write, any other reads. */
function recordColumn(name: string, column: Numbers, seen: Seen): Numbers {
  return new Proxy(column, {
    get(target, key) {
      if (typeof key === 'string' && /^-?\d+$/.test(key)) {
        seen.reads.add(name)
        return target[Number(key)]
      }
      const value: unknown = Reflect.get(target, key, target)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        ;(key === 'fill' || key === 'set' ? seen.writes : seen.reads).add(name)
        return (value as (...args: unknown[]) => unknown).apply(target, args)
      }
    },
    set(target, key, value) {
      seen.writes.add(name)
      target[Number(key)] = value as number
      return true
    },
  })
}

/** The same county, its columns recording; row counts are the real ones. */
export function recordCounty(county: County, seen: Seen): County {
  const recorded: Record<string, unknown> = { ...county }
  for (const table of tableNames) {
    const real = county[table] as unknown as Record<string, Numbers>
    const columns: Record<string, unknown> = {}
    for (const name of Object.keys(columnsOf[table])) columns[name] = recordColumn(`${table}.${name}`, real[name]!, seen)
    recorded[table] = new Proxy(real, {
      get: (target, key) => columns[key as string] ?? Reflect.get(target, key),
    })
  }
  return recorded as unknown as County
}

/** The same rules, recording. */
export function recordRules(rules: Rules, seen: Seen): Rules {
  const sections = rules.sections as unknown as Record<string, Numbers>
  const columns: Record<string, unknown> = {}
  for (const name of Object.keys(sectionRuleColumns)) columns[name] = recordColumn(`rules.${name}`, sections[name]!, seen)
  return {
    county: new Proxy(rules.county, {
      get(target, key) {
        if (key in statusQuo) seen.reads.add(`rules.${String(key)}`)
        return Reflect.get(target, key) as unknown
      },
      set(target, key, value) {
        seen.writes.add(`rules.${String(key)}`)
        return Reflect.set(target, key, value)
      },
    }),
    sections: new Proxy(rules.sections, { get: (target, key) => columns[key as string] ?? Reflect.get(target, key) }),
  }
}

/** The same draws, recording. What follows a slash in a stream’s name is the year of a cohort, not another stream. */
export function recordDraws(draws: Draws, seen: Seen): Draws {
  const note = (stream: string): string => {
    seen.streams.add(stream.split('/')[0]!)
    return stream
  }
  return {
    k0: (stream) => draws.k0(note(stream)),
    k1: (stream) => draws.k1(note(stream)),
    stream: (stream) => draws.stream(note(stream)),
    normal: (stream) => draws.normal(note(stream)),
    gumbel: (stream) => draws.gumbel(note(stream)),
    lottery: (stream) => draws.lottery(note(stream)),
  }
}

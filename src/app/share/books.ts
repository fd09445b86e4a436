import { policies, type CountyDescription, type Parameter } from '../../engine/index.ts'
import { positionsFor, positionsOf, type CodeBook, type CodeField, type Settings } from '../../scenario/code.ts'
import { acts, isTimed, type Draft } from '../stores/draft/draft.ts'
import { firstDraft } from '../stores/draft/first.ts'

type Lever = readonly [policy: string, lever: string]

/** The levers that the first codes carry: six of the rail. */
const few: readonly Lever[] = [
  ['teacher-rotation', 'share'],
  ['teacher-rotation', 'backboneShare'],
  ['directed-hiring', 'share'],
  ['funding-tilt', 'size'],
  ['enrolment-quota', 'share'],
  ['enrolment-quota', 'tiltRural'],
]

/** All ten of the rail: a longer code, for plans that use one of the others. */
const rail: readonly Lever[] = [...few, ['rural-allowance', 'village'], ['school-standardisation', 'money'], ['school-group', 'coverage'], ['network-adjustment', 'closeBelow']]

/** One letter per shipped county and list of levers, shorter codes first. Once codes are out neither changes: another edition takes other letters. */
const editions: readonly (readonly [letter: string, county: string, carried: readonly Lever[]])[] = [
  ['A', 'plain-county', few],
  ['B', 'mountain-county', few],
  ['C', 'city-county', few],
  ['D', 'plain-county', rail],
  ['E', 'mountain-county', rail],
  ['F', 'city-county', rail],
]

const fieldOf = ([id, lever]: Lever): readonly CodeField[] => {
  const parameter = (policies.find((policy) => policy.id === id)?.parameters as Readonly<Record<string, Parameter>> | undefined)?.[lever]
  return parameter ? [{ policy: id, lever, values: positionsOf(parameter) }] : []
}

/** The books of codes: which levers, which county. */
export const books: readonly CodeBook[] = editions.map(([letter, , carried]) => ({ letter, fields: carried.flatMap(fieldOf) }))

/** The county of a code’s letter. */
export const countyOf = (letter: string): string | undefined => editions.find(([one]) => one === letter)?.[1]

const carries = (carried: readonly { readonly policy: string; readonly lever: string }[], policy: string, lever: string): boolean => carried.some((one) => one.policy === policy && one.lever === lever)

/** The shortest book of a county that carries every lever of the settings which any book carries; none for a county without codes. */
export function bookOf(county: string, settings: Settings): CodeBook | undefined {
  const mine = books.filter(({ letter }) => countyOf(letter) === county)
  const longest = mine.at(-1)
  const asked = [...settings].flatMap(([policy, set]) => Object.keys(set).filter((lever) => carries(longest?.fields ?? [], policy, lever)).map((lever) => [policy, lever] as const))
  return mine.find(({ fields }) => asked.every(([policy, lever]) => carries(fields, policy, lever)))
}

/** What of a draft a code carries. */
export const settingsOfDraft = (draft: Draft): Settings => new Map(Object.entries(draft.levers))

/** Kinds of settings that no code carries, in the order in which they are told. */
export type Uncoded = 'levers' | 'timing' | 'assumptions' | 'runs'

/** What of a draft its code leaves behind, so that whoever opens it may get other results. */
export interface Beyond {
  readonly kinds: readonly Uncoded[]
  /** Values between two steps of a lever, and the step that the code has instead. */
  readonly rounded: readonly { readonly policy: string; readonly lever: string; readonly from: number; readonly to: number }[]
  /** Something set for policies that do not act stays behind: no result changes, and yet it is gone. */
  readonly idle: boolean
}

/** Set by the app with a lever that a code carries. */
const follows = 'shareRule'

/** What a code cannot carry of a draft whose county has codes. */
export function beyondCode(draft: Draft, county: CountyDescription): Beyond {
  // what a code is opened on
  const usual = firstDraft(county)
  const acting: readonly string[] = policies.filter((policy) => acts(draft, policy, county)).map(({ id }) => id)
  const all = settingsOfDraft(draft)
  const settings: Settings = new Map([...all].filter(([policy]) => acting.includes(policy)))
  const resting: Settings = new Map([...all].filter(([policy]) => !acting.includes(policy)))
  const carried = rail.map(([policy, lever]) => ({ policy, lever }))
  const isBeyond = (set: Settings): boolean => [...set].some(([policy, levers]) => Object.keys(levers).some((lever) => lever !== follows && !carries(carried, policy, lever)))
  const stepsOf = (set: Settings) => {
    const book = bookOf(draft.county, set)
    return book ? { book, ...positionsFor(book, set) } : undefined
  }
  const at = usual.years.from + 1
  const is: Readonly<Record<Uncoded, boolean>> = {
    levers: isBeyond(settings),
    timing: acting.flatMap((id) => draft.timing[id] ?? []).some(({ from, ramp, to, where }) => from !== at || ramp !== 1 || to !== undefined || where !== undefined),
    assumptions: Object.entries(draft.behaviour).some(([key, value]) => usual.behaviour[key] !== value),
    runs: draft.seed !== usual.seed || draft.replicates !== usual.replicates || draft.years.from !== usual.years.from || draft.years.to !== usual.years.to,
  }
  const steps = stepsOf(settings)
  return {
    idle: isBeyond(resting) || (stepsOf(resting)?.moved ?? []).length > 0 || policies.some(({ id }) => !acting.includes(id) && isTimed(draft, id)),
    kinds: (Object.keys(is) as Uncoded[]).filter((kind) => is[kind]),
    rounded: (steps?.moved ?? []).map((field) => ({ policy: field.policy, lever: field.lever, from: Number(settings.get(field.policy)![field.lever]), to: Number(field.values[steps!.positions[steps!.book.fields.indexOf(field)]! - 1]) })),
  }
}

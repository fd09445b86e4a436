import { policies, type Parameter } from '../../engine/index.ts'
import { positionsOf, type CodeBook, type Settings } from '../../scenario/code.ts'
import type { Draft } from '../stores/draft.ts'

/** The levers a code carries. Once codes are out this list never changes: another edition takes other letters. */
const carried: readonly (readonly [policy: string, lever: string])[] = [
  ['teacher-rotation', 'share'],
  ['teacher-rotation', 'backboneShare'],
  ['directed-hiring', 'share'],
  ['funding-tilt', 'size'],
  ['enrolment-quota', 'share'],
  ['enrolment-quota', 'tiltRural'],
]

/** One letter per shipped county. */
const letters: readonly (readonly [letter: string, county: string])[] = [
  ['A', 'plain-county'],
  ['B', 'mountain-county'],
  ['C', 'city-county'],
]

const fields = carried.flatMap(([id, lever]) => {
  const parameter = (policies.find((policy) => policy.id === id)?.parameters as Readonly<Record<string, Parameter>> | undefined)?.[lever]
  return parameter ? [{ policy: id, lever, values: positionsOf(parameter) }] : []
})

/** The books of codes: which levers, which county. */
export const books: readonly CodeBook[] = letters.map(([letter]) => ({ letter, fields }))

/** The county of a code’s letter. */
export const countyOf = (letter: string): string | undefined => letters.find(([one]) => one === letter)?.[1]

/** The book of a county. */
export const bookOf = (county: string): CodeBook | undefined => books.find((book) => letters.some(([letter, id]) => letter === book.letter && id === county))

/** What of a draft a code carries. */
export const settingsOfDraft = (draft: Draft): Settings => new Map(Object.entries(draft.levers))

/** Whether a draft has settings that no code carries: other levers, timetables, another seed. */
export const beyondCode = (draft: Draft, usual: Draft): boolean =>
  Object.entries(draft.levers).some(([id, set]) => Object.keys(set).some((lever) => !carried.some(([policy, one]) => policy === id && one === lever) && lever !== 'shareRule')) ||
  Object.keys(draft.timing).length > 0 ||
  draft.seed !== usual.seed ||
  JSON.stringify(draft.years) !== JSON.stringify(usual.years)

/*
 * Scenario codes: lever settings short enough to read aloud or write on a form, `A-K7M2Q-9XA3F-BC-7C`. The first sign names
 * the book (which levers, which county), the last two check the rest.
 *
 * Signs are those of Crockford's base 32, without I, L, O and U. The check is a 10-bit cyclic code: every burst of up to ten
 * bits is found, so every wrong sign and every swap of neighbours is.
 */
import type { Parameter, Problem } from '../engine/index.ts'
import { problemAt } from './problems.ts'
import { sayShare } from './say-share.ts'

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const checkSigns = 2
/** x^10 + x^9 + x^5 + x^4 + x + 1, without its leading term. */
const generator = 0x233
const group = 5

/** One lever that a code carries: where it belongs, and the positions it can take. */
export interface CodeField {
  readonly policy: string
  readonly lever: string
  /** In the order of positions; position 0 of a field is “not used”, so value v stands at v + 1. */
  readonly values: readonly (number | string)[]
}

/** What a code is read against. Never changed once codes are out: a new edition takes a new letter. */
export interface CodeBook {
  /** One sign: which levers and which county. */
  readonly letter: string
  readonly fields: readonly CodeField[]
}

const positionsDefault = 50

/** The positions of a lever: its steps from one end of the range to the other, or its choices. */
export function positionsOf(parameter: Parameter): readonly (number | string)[] {
  if (parameter.unit === 'choice') return Object.keys(parameter.choices)
  const [low, high] = parameter.range
  const step = parameter.step ?? (high - low) / positionsDefault
  const count = Math.max(1, Math.round((high - low) / step))
  // rounded to 9 digits, so that 0.1 is 0.1 and not 0.1 plus dust
  return Array.from({ length: count + 1 }, (_, p) => Number((low + ((high - low) * p) / count).toPrecision(9)))
}

/** Cyclic check of a series of 5-bit signs, 10 bits. */
function checkOf(values: readonly number[]): number {
  let rest = 0
  for (const value of values) {
    for (let bit = 4; bit >= 0; bit--) {
      const top = ((rest >> 9) ^ (value >> bit)) & 1
      rest = ((rest << 1) & 0x3ff) ^ (top === 1 ? generator : 0)
    }
  }
  return rest
}

const sizeOf = ({ fields }: CodeBook): bigint => fields.reduce((size, { values }) => size * BigInt(values.length + 1), 1n)

/** Signs of the settings of a book. */
function lengthOf(book: CodeBook): number {
  let length = 1
  for (let room = 32n; room < sizeOf(book); room *= 32n) length++
  return length
}

const grouped = (text: string): string => text.replace(new RegExp(`(.{${group}})(?=.)`, 'g'), '$1-')

/** Settings as a code. `positions` has one entry per field: 0 = not used, v + 1 = value v. */
export function writeCode(book: CodeBook, positions: readonly number[]): string {
  let number = 0n
  book.fields.forEach(({ values }, f) => {
    const position = positions[f] ?? 0
    if (!Number.isInteger(position) || position < 0 || position > values.length)
      throw new RangeError(`position ${position} of ${book.fields[f]!.lever}`)
    number = number * BigInt(values.length + 1) + BigInt(position)
  })
  const settings = Array.from({ length: lengthOf(book) }, () => 0)
  for (let s = settings.length - 1; s >= 0; s--, number /= 32n) settings[s] = Number(number % 32n)
  const check = checkOf([signs.indexOf(book.letter), ...settings])
  const text = settings.map((value) => signs[value]).join('')
  return `${book.letter}-${grouped(text)}-${signs[check >> 5]}${signs[check & 31]}`
}

/** Positions of the levers in the order of the code’s book, or every problem at once. */
export type ReadCode =
  | { readonly book: CodeBook; readonly positions: readonly number[]; readonly problems: readonly [] }
  | { readonly book?: undefined; readonly problems: readonly Problem[] }

const refused = (...problems: readonly Problem[]): ReadCode => ({ problems })

/** As people write: any case, spaces, dashes and full-width signs; O is 0, I and L are 1. */
const tidied = (text: string): string =>
  text
    .slice(0, 200)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.·]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')

function positionsIn(book: CodeBook, values: readonly number[]): readonly number[] | undefined {
  let number = values.reduce((all, value) => all * 32n + BigInt(value), 0n)
  if (number >= sizeOf(book)) return undefined
  const positions: number[] = []
  for (const { values: possible } of [...book.fields].reverse()) {
    const size = BigInt(possible.length + 1)
    positions.unshift(Number(number % size))
    number /= size
  }
  return positions
}

/** Reads a code against the known books. */
export function readCode(books: readonly CodeBook[], text: string): ReadCode {
  const tidy = tidied(text)
  if (tidy === '') return refused(problemAt([], sayShare.codeEmpty, sayShare.codeHint))
  const strange = [...tidy].findIndex((sign) => !signs.includes(sign))
  if (strange >= 0) return refused(problemAt([strange], sayShare.codeSign([...tidy][strange]!, strange + 1), sayShare.codeHint))
  const book = books.find(({ letter }) => letter === tidy[0])
  if (book === undefined)
    return refused(problemAt([0], sayShare.codeBook(tidy[0]!), sayShare.codeBookHint(books.map(({ letter }) => letter))))
  const expected = 1 + lengthOf(book) + checkSigns
  if (tidy.length !== expected) return refused(problemAt([], sayShare.codeLength(tidy.length, expected), sayShare.codeHint))
  const values = [...tidy].map((sign) => signs.indexOf(sign))
  const check = values.at(-2)! * 32 + values.at(-1)!
  const settings = values.slice(1, -checkSigns)
  const positions = checkOf(values.slice(0, -checkSigns)) === check ? positionsIn(book, settings) : undefined
  return positions === undefined ? refused(problemAt([], sayShare.codeCheck, sayShare.codeHint)) : { book, positions, problems: [] }
}

/** Policies with their values, as a code carries them. */
export type Settings = ReadonlyMap<string, Readonly<Record<string, number | string>>>

/** The settings of positions: a policy is used if one of its levers is. */
export function settingsOf(book: CodeBook, positions: readonly number[]): Settings {
  const settings = new Map<string, Record<string, number | string>>()
  book.fields.forEach(({ policy, lever, values }, f) => {
    const position = positions[f]!
    if (position > 0) settings.set(policy, { ...settings.get(policy), [lever]: values[position - 1]! })
  })
  return settings
}

const nearestTo = (values: readonly (number | string)[], value: number | string): number => {
  const exact = values.indexOf(value)
  if (exact >= 0 || typeof value !== 'number') return exact
  const distances = values.map((one) => Math.abs(Number(one) - value))
  return distances.indexOf(Math.min(...distances))
}

/** The positions nearest to settings, and which levers had to move to one: those a code cannot carry exactly. */
export function positionsFor(
  book: CodeBook,
  settings: Settings,
): { readonly positions: readonly number[]; readonly moved: readonly CodeField[] } {
  const moved: CodeField[] = []
  const positions = book.fields.map((field) => {
    const value = settings.get(field.policy)?.[field.lever]
    if (value === undefined) return 0
    const at = nearestTo(field.values, value)
    if (field.values[at] !== value) moved.push(field)
    return at + 1
  })
  return { positions, moved }
}

import type { Field, ItemSet } from './item-set.ts'

/** How the numbers of a column are to be read: as they stand, per pupil, or per hundred pupils. */
export type Measure = 'total' | 'per-pupil' | 'per-100'

/** The field a header names. */
export interface HeaderMatch {
  readonly field: string
  /** Unit id named in the header; null = not named, the field's first unit is taken. */
  readonly unit: string | null
  readonly measure: Measure
  /** 3 = the official or a common name; 2 = the same but for words such as “total”; 1 = a guess that a person should see. */
  readonly sureness: 1 | 2 | 3
}

/** A text reduced to what distinguishes headers: width, case, blanks and punctuation do not. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-–—·.:;,、，。；：/\\|*#"'“”‘’&?!]/g, '')

const brackets = /[(（[【〔]([^)）\]】〕]*)[)）\]】〕]/g
const filler = /(总数|总计|总量|合计|数量|人数|总|现有|实有|全校|本校|其中|含|共|数|the|of|number|total|count|no)/g
const perHundred = /^(每百名学生拥有|每百名学生|每百生|每百人|百生|per100pupils|per100)/
const perPupil = /^(生均|每生|人均|学生人均|perpupil)/
const perHundredEnd = /(per100pupils|per100)$/
const perPupilEnd = /(perpupil)$/

/** Label without its bracketed parts, and the bracketed parts. */
function peel(label: string): { readonly bare: string; readonly inside: readonly string[] } {
  const inside: string[] = []
  const bare = label.normalize('NFKC').replace(brackets, (_, text: string) => {
    inside.push(text)
    return ''
  })
  return { bare, inside }
}

function measureOf(text: string): { readonly measure: Measure; readonly rest: string } {
  for (const [pattern, measure] of [[perHundred, 'per-100'], [perPupil, 'per-pupil'], [perHundredEnd, 'per-100'], [perPupilEnd, 'per-pupil']] as const) {
    const rest = text.replace(pattern, '')
    if (rest !== text && rest !== '') return { measure, rest }
  }
  return { measure: 'total', rest: text }
}

function unitNamed(field: Field, texts: readonly string[]): string | null {
  if (field.kind !== 'number') return null
  for (const text of texts) {
    const plain = plainText(text).replace(/^单位/, '').replace(/(每生|生|perpupil)$/, '')
    const unit = field.units.find((u) => u.headers.some((h) => plainText(h) === plain))
    if (unit) return unit.id
  }
  return null
}

const withoutFiller = (text: string): string => text.replace(filler, '')

/** Whether the name of a field is the name in a header; longer names are surer guesses. */
function sureness(name: string, field: Field): 0 | 1 | 2 | 3 {
  const names = field.headers.map(plainText)
  if (names.includes(name)) return 3
  const core = withoutFiller(name)
  if (core !== '' && names.some((n) => withoutFiller(n) === core)) return 2
  return names.some((n) => n.length >= 4 && name.includes(n)) ? 1 : 0
}

/** The field that a header names, or null. Headings above help when the label alone says too little (教师 / 骨干). */
export function matchHeader(label: string, groups: readonly string[], set: ItemSet): HeaderMatch | null {
  const candidates = [label, [...groups.slice(-1), label].join(''), label + groups.slice(-1).join(''), groups.at(-1) ?? '']
  let best: HeaderMatch | null = null
  let length = 0
  candidates.forEach((candidate, c) => {
    const { bare, inside } = peel(candidate)
    const { measure, rest } = measureOf(plainText(bare))
    // a unit alone under a heading: the heading is the name
    const isUnitRow = c === 3
    if (rest === '') return
    for (const field of set.fields) {
      const unit = unitNamed(field, [...inside, ...(isUnitRow ? [label] : []), ...groups.flatMap((g) => peel(g).inside)])
      if (isUnitRow && unitNamed(field, [label, ...peel(label).inside]) === null) continue
      const whole = plainText(candidate)
      const sure = field.headers.some((h) => plainText(h) === whole) ? 3 : sureness(rest, field)
      if (sure === 0 || (measure !== 'total' && !(field.kind === 'number' && field.ratio))) continue
      const named = Math.max(...field.headers.map(plainText).filter((h) => rest.includes(h)).map((h) => h.length), 0)
      if (!best || sure > best.sureness || (sure === best.sureness && named > length)) {
        best = { field: field.id, unit, measure, sureness: sure }
        length = named
      }
    }
  })
  return best
}

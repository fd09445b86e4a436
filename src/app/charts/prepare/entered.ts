import { enteredItems, judgeEntered, vetoIds, type AskedNumber, type Entered, type EnteredPart, type EnteredValue, type EnteredVerdict, type SectionFacts } from '../../../engine/index.ts'
import type { Standard } from './frame.ts'
import { officialItems, officialLists } from './guarantees.ts'

/** Everything a standard asks beside its resource items, by id: what may be entered by hand, in the order of the panel. */
export const enterable = (standard: Standard): readonly string[] =>
  [...officialLists[standard].flatMap((list) => officialItems[list].map((item) => item.id)), ...(standard === 'balance-2017' ? ['recognition', ...vetoIds] : [])].filter((id) => id in enteredItems)

/** A school that an item asked of every school covers. */
export interface AskedSchool {
  readonly id: number
  readonly fact: SectionFacts
}

/** Schools with a section in the calculation, each once, in order of township, then id. */
export function askedSchools(facts: readonly SectionFacts[], isAssessed: (section: number) => boolean): readonly AskedSchool[] {
  const first = new Map<number, SectionFacts>()
  for (const fact of facts) if (isAssessed(fact.section) && !first.has(fact.schoolId)) first.set(fact.schoolId, fact)
  return [...first].map(([id, fact]) => ({ id, fact })).sort((a, b) => a.fact.township - b.fact.township || a.id - b.id)
}

/** What was entered of an item and what it says. */
export const enteredVerdict = (entered: Entered | undefined, item: string, schools: readonly AskedSchool[], year: number): EnteredVerdict =>
  judgeEntered(enteredItems[item] ?? [], entered?.[item], schools.map(({ id }) => id), year)

/** How many items have something entered, and what those that are decided say. */
export interface EnteredCount {
  readonly given: number
  readonly passes: number
  readonly fails: number
}

/** Counts over items. An item that is only partly entered is given, but neither passes nor fails. */
export function enteredCount(entered: Entered | undefined, standard: Standard, schools: readonly AskedSchool[], year: number): EnteredCount {
  const verdicts = enterable(standard).map((item) => enteredVerdict(entered, item, schools, year))
  const count = (outcome: EnteredVerdict['outcome']) => verdicts.filter((one) => one.outcome === outcome).length
  return { given: verdicts.filter((one) => one.given > 0).length, passes: count('passes'), fails: count('fails') }
}

/** Why a text is no figure: not a number, outside its range, or neither met nor not met. */
export type FigureFault = 'number' | 'range' | 'met'
export type ReadFigure = { readonly value: EnteredValue | undefined; readonly fault?: undefined } | { readonly fault: FigureFault }

const yes = /^(达到|达标|是|有|未发生|√|✓|1|true|yes|y|met)$/i
const no = /^(未达到|未达标|否|无|发生|×|✕|x|0|false|no|n|not met)$/i
const nothing = /^(无此情形|不适用|none|n\/a)$/i

/** How many of what is typed make one of a figure’s unit: shares are typed in per cent. */
export const figureFactor = ({ unit }: AskedNumber): number => (unit === 'share' ? 100 : 1)

/** Reads what somebody typed or pasted for a part: shares in per cent, other numbers in their unit; empty = nothing entered. */
export function readFigure(part: EnteredPart, text: string): ReadFigure {
  const written = text.trim()
  if (written === '') return { value: undefined }
  if (part.none && (nothing.test(written) || written === part.none.zh || written === part.none.en)) return { value: 'none' }
  const { number } = part
  if (number === undefined) return yes.test(written) ? { value: true } : no.test(written) ? { value: false } : { fault: 'met' }
  const typed = Number(written.replace(/[%％]$/, '').replace(/[,，\s]/g, ''))
  if (!Number.isFinite(typed)) return { fault: 'number' }
  // 5% is 0.05 and not 0.05000000000000001: what was typed decides at a limit
  const value = Number((typed / figureFactor(number)).toPrecision(12))
  return value >= number.range[0] && value <= number.range[1] ? { value } : { fault: 'range' }
}

/** A column pasted for schools from one on: figures by school id, and the lines that are none, from 1. */
export interface ReadColumn {
  readonly figures: Readonly<Record<string, EnteredValue>>
  readonly faults: readonly { readonly line: number; readonly text: string; readonly fault: FigureFault | 'beyond' }[]
}

/** Reads a column of a spreadsheet, one school a line; empty lines leave a school as it is. */
export function readColumn(part: EnteredPart, text: string, schools: readonly AskedSchool[]): ReadColumn {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  const figures: Record<string, EnteredValue> = {}
  const faults = lines.flatMap((written, k): ReadColumn['faults'] => {
    const cell = written.split('\t')[0]!
    const school = schools[k]
    if (school === undefined) return cell.trim() === '' ? [] : [{ line: k + 1, text: cell, fault: 'beyond' }]
    const read = readFigure(part, cell)
    if (read.fault !== undefined) return [{ line: k + 1, text: cell, fault: read.fault }]
    if (read.value !== undefined) figures[school.id] = read.value
    return []
  })
  return { figures, faults }
}

import { levels, type Citation, type Level, type Series } from '../../../engine/index.ts'
import type { Language, WordKey } from '../../../words/index.ts'
import type { Door } from '../../stores/view/doors.svelte.ts'
import { assessed, below, cv, mean, passing } from './columns.ts'
import { levelBeside } from './cv-words.ts'
import { itemDigits, itemText, itemUnit } from './amounts.ts'
import { thinMargin } from '../../theme/encodings.ts'
import { countyCell, countyMiddle, countySumMiddle, countySumRun, type Frame, type ItemView, type StandardView } from './frame.ts'
import { fixed, shownAgainst } from './shown.ts'

/** What a door needs to speak: the words, the language and the runs it reads. */
export interface Speech {
  readonly t: (key: WordKey, slots?: Readonly<Record<string, string | number>>) => string
  readonly language: Language
}

export const method: Citation = { source: 'cv-method-note', says: { en: 'CV = S / X̄, S² = Σ (Pᵢ/P)(Xᵢ − X̄)²', zh: 'CV = S / X̄，S² = Σ (Pᵢ/P)(Xᵢ − X̄)²' }, confidence: 'high' }

/** A citation of this model’s own reasoning, said in the language shown. */
export const ownBasis = (text: string, confidence: Citation['confidence'] = 'judgement'): Citation => ({ source: 'assumption', says: { en: text, zh: text }, confidence })

/** “Median of 20 runs, 2031.” */
export const basisOf = ({ t }: Speech, runs: number, year: number): string => t(runs > 1 ? 'door.basis.runs' : 'door.basis.run', { runs, year })

/** “Each of 20 runs judged, 2026–2039”: of what is counted over runs, where there is no median. */
export const eachRun = ({ t }: Speech, runs: number, year: number | string): string => t(runs > 1 ? 'door.basis.each' : 'door.basis.run', { runs, year })

/** The run whose value is the one printed, so that mean and spread beside it are of the same run. */
function runBehind(frame: Frame, runs: readonly Series[], year: number, column: string): Series | undefined {
  const shown = countyMiddle(frame, runs, year, column)
  return runs.find((run) => countyCell(frame, run, year, column) === shown)
}

/** “Run 7: ” before parts of a sum, where there are several runs. */
const ofRun = ({ t }: Speech, runs: readonly Series[], run: Series | undefined): string => (run && runs.length > 1 ? t('level-check.run', { run: run.replicate }) + t('mark.colon') : '')

/** Behind a coefficient of variation. */
export function cvDoor(speech: Speech, frame: Frame, view: StandardView, item: ItemView, level: Level, runs: readonly Series[], year: number): Door {
  const { t, language } = speech
  const run = runBehind(frame, runs, year, cv(item.id, level))
  const value = run ? countyCell(frame, run, year, cv(item.id, level)) : NaN
  const average = run ? countyCell(frame, run, year, mean(item.id, level)) : NaN
  const digits = itemDigits(item.unit) + 1
  const shown = shownAgainst(value, view.limit[level], 3)
  return {
    title: `${t(`level.${level}`)} · ${item.short[language]} · ${t('slotA.cv')}`,
    shown,
    formula: t('door.cv.formula', { item: item.name[language] }),
    here: `S ÷ X̄ = ${fixed(value * average, digits)} ÷ ${fixed(average, digits)} = ${shown}${t('mark.semicolon')}${t('cv.limit', { limit: view.limit[level].toFixed(2) })}`,
    unit: t('door.cv.unit'),
    basis: `${basisOf(speech, runs.length, frame.years[year] ?? 0)}${t('mark.semicolon')}${levelBeside(speech, frame, item, level, runs, year)}`,
    sources: [method, item.source],
    reading: `${item.reading[language]}${view.limit[level] - value >= 0 && view.limit[level] - value <= thinMargin && view.judged === 'each' ? t('door.thin') : ''}`,
  }
}

/** Behind the composite coefficient of 2012: the mean of eight, with those of the run whose composite is shown. */
export function compositeDoor(speech: Speech, frame: Frame, view: StandardView, level: Level, runs: readonly Series[], year: number): Door {
  const { t, language } = speech
  const column = `composite.cv.${level}`
  const run = runBehind(frame, runs, year, column)
  const value = run ? countyCell(frame, run, year, column) : NaN
  const parts = view.items.map((item) => fixed(run ? countyCell(frame, run, year, cv(item.id, level)) : NaN, 3))
  const shown = shownAgainst(value, view.limit[level], 3)
  return {
    title: `${t(`level.${level}`)} · ${t('verdict.composite')}`,
    shown,
    formula: t('door.composite.formula', { items: view.items.map((item) => item.short[language]).join(t('mark.list')) }),
    here: `(${parts.join(' + ')}) ÷ ${parts.length} = ${shown}${t('mark.semicolon')}${t('cv.limit', { limit: view.limit[level].toFixed(2) })}`,
    unit: t('door.cv.unit'),
    basis: basisOf(speech, runs.length, frame.years[year] ?? 0),
    sources: [view.source, method],
  }
}

/** Behind a county mean of an item. */
export function meanDoor(speech: Speech, frame: Frame, item: ItemView, level: Level, runs: readonly Series[], year: number): Door {
  const { t, language } = speech
  const value = countyMiddle(frame, runs, year, mean(item.id, level))
  return {
    title: `${t(`level.${level}`)} · ${item.short[language]} · ${t('door.mean')}`,
    shown: itemText(value, item.unit),
    formula: t('door.mean.formula', { per: item.per === 100 ? ' × 100' : '' }),
    here: `${itemText(value, item.unit)} ${itemUnit(item, language)}`,
    unit: itemUnit(item, language),
    basis: basisOf(speech, runs.length, frame.years[year] ?? 0),
    sources: [item.source],
  }
}

/** Behind a count of schools below the standard of an item, both levels. */
export function belowDoor(speech: Speech, frame: Frame, item: ItemView, runs: readonly Series[], year: number): Door {
  const { t, language } = speech
  const columns = levels.map((level) => below(item.id, level))
  const all = countySumMiddle(frame, runs, year, columns)
  const run = countySumRun(frame, runs, year, columns)
  const parts = levels.flatMap((level, k) => {
    const count = run ? countyCell(frame, run, year, columns[k]!) : NaN
    return Number.isNaN(count) ? [] : [`${t(`level.${level}`)} ${count}`]
  })
  const standard = (level: Level) => itemText(item.standard?.[level] ?? NaN, item.unit)
  return {
    title: `${item.short[language]} · ${t('verdict.below.long')}`,
    shown: String(all),
    formula: t('door.below.formula', { primary: standard('primary'), junior: standard('junior'), unit: itemUnit(item, language) }),
    here: ofRun(speech, runs, run) + `${parts.join(' + ')} = ${all}`,
    unit: t('door.schools.unit'),
    basis: basisOf(speech, runs.length, frame.years[year] ?? 0),
    sources: [item.source],
  }
}

/** Behind the count of schools that pass overall. */
export function passingDoor(speech: Speech, frame: Frame, source: Citation, runs: readonly Series[], year: number): Door {
  const { t } = speech
  const both = (column: (level: Level) => string) => countySumMiddle(frame, runs, year, levels.map(column))
  const run = countySumRun(frame, runs, year, levels.map(passing))
  const at = (column: string) => (run ? countyCell(frame, run, year, column) : NaN)
  const part = (level: Level) => `${t(`level.${level}`)} ${t('verdict.schools.of', { passing: at(passing(level)), assessed: at(assessed(level)) })}`
  return {
    title: t('verdict.schools'),
    shown: t('verdict.schools.of', { passing: both(passing), assessed: both(assessed) }),
    formula: t('door.passing.formula'),
    here: ofRun(speech, runs, run) + `${part('primary')}${t('mark.semicolon')}${part('junior')}`,
    unit: t('door.schools.unit'),
    basis: basisOf(speech, runs.length, frame.years[year] ?? 0),
    sources: [source],
  }
}

/** Behind the year of the headline, or any other statement counted over runs. */
export const countDoor = (speech: Speech, title: string, shown: string, formula: string, here: string, runs: number, year: number, source: Citation, unit = ''): Door => ({
  title,
  shown,
  formula,
  here,
  unit,
  basis: basisOf(speech, runs, year),
  sources: [source],
})

import type { Citation, Level, SectionFacts, Series } from '../../../engine/index.ts'
import { formatNumber } from '../../../words/format.ts'
import type { Door } from '../../stores/view/doors.svelte.ts'
import { floorText, itemAgainst, itemDigits, itemText, itemUnit, percentText } from './amounts.ts'
import { value } from './columns.ts'
import { basisOf, ownBasis, type Speech } from './doors.ts'
import { sectionCell, sectionMiddle, type Frame, type ItemView, type StandardView } from './frame.ts'
import { mediansPass, type SchoolRow } from './schools-table.ts'
import { drawnBelow, swarmDots } from './swarm.ts'

/* Doors behind the numbers of one school: the formula with this school’s own figures. */

const model = (says: string): Citation => ownBasis(says, 'medium')
const split: Citation = { source: 'combined-school-split', says: { en: '1 : 1.1 : 1.32', zh: '1 : 1.1 : 1.32' }, confidence: 'high' }
const combined: readonly SectionFacts['form'][] = ['nine-year', 'complete-secondary', 'twelve-year']

/** The run that has the value printed, so that every figure of the formula is of the same run. */
function runBehind(frame: Frame, runs: readonly Series[], year: number, section: number, column: string): Series | undefined {
  const shown = sectionMiddle(frame, runs, year, section, column)
  return runs.find((run) => sectionCell(frame, run, year, section, column) === shown)
}

const stockText = (amount: number, item: ItemView): string => formatNumber(amount, item.teachers !== undefined || item.unit.startsWith('yuan') ? 0 : Math.abs(amount - Math.round(amount)) < 1e-6 ? 0 : itemDigits(item.unit))

/** Behind one item of one school: its stock over its pupils, against the standard. */
export function schoolItemDoor(speech: Speech, frame: Frame, item: ItemView, fact: SectionFacts, runs: readonly Series[], year: number): Door {
  const { t, language } = speech
  const { level, section } = fact
  const shown = sectionMiddle(frame, runs, year, section, value(item.id))
  const run = runBehind(frame, runs, year, section, value(item.id))
  const roll = run ? sectionCell(frame, run, year, section, 'roll') : NaN
  // a stock of the campus is not recorded by section: it is what the item times the pupils says
  const stock = run ? (item.teachers ? sectionCell(frame, run, year, section, item.teachers) : (shown * roll) / item.per) : NaN
  const standard = item.standard?.[level]
  const per = item.per === 100 ? ' × 100' : ''
  const isSplit = item.teachers === undefined && combined.includes(fact.form)
  const text = itemAgainst(shown, item.unit, standard)
  const against = standard === undefined ? '' : t('mark.semicolon') + t('door.school.standard', { level: t(`level.${level}`), standard: itemText(standard, item.unit), floor: floorText(standard, item.unit) })
  return {
    title: `${fact.schoolName[language]} · ${item.short[language]}`,
    shown: text,
    formula: t(isSplit ? 'door.school.formula.split' : 'door.school.formula', { what: t(`stock.${item.id}` as 'stock.Q1'), per }),
    here: `${stockText(stock, item)} ÷ ${formatNumber(roll)}${per} = ${text}${against}`,
    unit: t(`stock.unit.${item.id}` as 'stock.unit.Q1'),
    basis: basisOf(speech, runs.length, frame.years[year] ?? 0),
    sources: isSplit ? [item.source, split] : [item.source],
    reading: item.name[language],
  }
}

/** Behind a school’s number of pupils. */
export function rollDoor(speech: Speech, frame: Frame, fact: SectionFacts, runs: readonly Series[], year: number): Door {
  const { t, language } = speech
  const roll = sectionMiddle(frame, runs, year, fact.section, 'roll')
  const classes = sectionMiddle(frame, runs, year, fact.section, 'classes')
  return {
    title: `${fact.schoolName[language]} · ${t('schools.roll')}`,
    shown: formatNumber(roll),
    formula: t('door.roll.formula'),
    here: t('door.roll.here', { roll: formatNumber(roll), classes: Number.isNaN(classes) ? '—' : classes }),
    unit: t('door.pupils.unit'),
    basis: basisOf(speech, runs.length, frame.years[year] ?? 0),
    sources: [model(t('door.roll.source'))],
    ...(roll < smallSchool ? { reading: t('schools.small.why') } : {}),
  }
}

/** Pupils under whom one teacher more or less moves every ratio a lot. */
export const smallSchool = 100

/** Behind the count of items at standard, and whether the school passes overall. */
export function metDoor(speech: Speech, view: StandardView, frame: Frame, row: SchoolRow, runs: number, year: number): Door {
  const { t, language } = speech
  const names = (standing: string) => row.cells.filter((cell) => cell.standing === standing).map((cell) => cell.item.short[language])
  const part = (key: 'door.met.meets' | 'door.met.near' | 'door.met.fails', standing: string) => (names(standing).length > 0 ? [t(key, { items: names(standing).join(t('mark.list')) })] : [])
  return {
    title: `${row.fact.schoolName[language]} · ${t('schools.met')}`,
    shown: `${row.met} / ${view.items.length}`,
    formula: t('door.passing.formula'),
    here: [...part('door.met.meets', 'meets'), ...part('door.met.near', 'near'), ...part('door.met.fails', 'fails'), t(row.passes ? 'schools.passes' : 'schools.not-yet'), ...(!row.passes && row.assessed && mediansPass(row) ? [t('schools.medians.pass')] : [])].join(t('mark.semicolon')),
    unit: t('door.items.unit'),
    basis: basisOf(speech, runs, frame.years[year] ?? 0),
    sources: [view.source],
  }
}

/** Behind the year a school passes: how many runs by which year. */
export function passDoor(speech: Speech, view: StandardView, frame: Frame, row: SchoolRow, runs: readonly Series[]): Door {
  const { t, language } = speech
  const first = firstPassYears(frame, runs, row.fact.section)
  const never = first.filter((one) => one === null).length
  const counts = frame.years.flatMap((year) => {
    const count = first.filter((one) => one === year).length
    return count > 0 ? [t('door.pass.year', { year, count })] : []
  })
  return {
    title: `${row.fact.schoolName[language]} · ${t('schools.pass')}`,
    shown: row.firstPass ? String(row.firstPass.year) : t('schools.never'),
    formula: t('door.pass.formula'),
    here: [...counts, ...(never > 0 ? [t('door.pass.never', { count: never })] : [])].join(t('mark.semicolon')),
    unit: t('chart.year'),
    basis: t('door.basis.all', { runs: runs.length, from: frame.years[0] ?? 0, to: frame.years.at(-1) ?? 0 }),
    sources: [view.source],
  }
}

/** The first year each run has the school pass overall; null = in none. */
export const firstPassYears = (frame: Frame, runs: readonly Series[], section: number): readonly (number | null)[] =>
  runs.map((run) => frame.years.find((_, y) => sectionCell(frame, run, y, section, 'status') === 2) ?? null)

/** Behind a school’s chance of a key senior high, in its two parts. */
export function chanceDoor(speech: Speech, frame: Frame, fact: SectionFacts, runs: readonly Series[], year: number): Door {
  const { t, language } = speech
  const at = (column: string) => sectionMiddle(frame, runs, year, fact.section, column)
  const [leavers, admitted, quota] = [at('leavers'), at('keyAdmitted'), at('keyByQuota')]
  return {
    title: `${fact.schoolName[language]} · ${t('schools.chance')}`,
    shown: percentText(at('keyChance')),
    formula: t('door.chance.formula'),
    here: t('door.chance.here', { admitted, leavers, chance: percentText(admitted / leavers), quota, open: admitted - quota, places: at('quotaPlaces') }),
    unit: t('door.chance.unit'),
    basis: basisOf(speech, runs.length, frame.years[year] ?? 0),
    sources: [model(t('door.chance.source'))],
  }
}

/** Behind a count of teachers who came or went, of the followed run. */
export const movesDoor = (speech: Speech, title: string, count: number, here: string, years: string, replicate: number): Door => ({
  title,
  shown: String(count),
  formula: speech.t('door.moves.formula'),
  here,
  unit: speech.t('door.teachers.unit'),
  basis: speech.t('door.moves.basis', { years, replicate }),
  sources: [model(speech.t('door.moves.source'))],
})

/** “38 by the middle of each school’s own runs”, where that is another number than the count shown; empty where it is the same. */
function drawnText({ t }: Speech, frame: Frame, item: ItemView, level: Level, count: number, runs: readonly Series[], year: number): string {
  const drawn = drawnBelow(swarmDots(frame, frame.standards['balance-2017'], level, item.id, runs, year))
  return drawn === count ? '' : t('swarm.title.dots', { drawn })
}

/** Behind a mean of the county used as a footer’s count of schools below standard at one level. */
export function belowLevelDoor(speech: Speech, frame: Frame, item: ItemView, level: Level, count: number, runs: readonly Series[], year: number): Door {
  const { t, language } = speech
  return {
    title: `${t(`level.${level}`)} · ${item.short[language]} · ${t('schools.below')}`,
    shown: String(count),
    formula: t('door.school.below.formula', { standard: itemText(item.standard?.[level] ?? NaN, item.unit), unit: itemUnit(item, language) }),
    here: t('schools.below.here', { count }) + drawnText(speech, frame, item, level, count, runs, year),
    unit: t('door.schools.unit'),
    basis: basisOf(speech, runs.length, frame.years[year] ?? 0),
    sources: [item.source],
  }
}

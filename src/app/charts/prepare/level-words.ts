import type { Level, RiseAndFall, Series } from '../../../engine/index.ts'
import { itemDigits, itemText, itemUnit, moneyText } from './amounts.ts'
import { cv, mean } from './columns.ts'
import { levelBeside } from './cv-words.ts'
import { countDoor, ownBasis, type Speech } from './doors.ts'
import { countyCell, countyMiddle, type Frame, type ItemView, type StandardView } from './frame.ts'
import { mainCause, type Bill } from './level-check.ts'
import type { Pair } from './pairs.ts'
import { fixed, shownAgainst, signedText } from './shown.ts'
import type { WhyYear } from './why.ts'
import type { Door } from '../../stores/view/doors.svelte.ts'

/* What the split of a change, and its bill, say in words. A split is of one run: middles of runs do not add up. */

/**
 * What the part that did most towards the change did, in words. A half rose or fell only where it went that way by itself and further
 * than the other half did: where both rise and the bottom more, a gap that widens all the same widens within the halves, and no rise
 * of the top has done it.
 */
function causeWord({ t }: Pick<Speech, 't'>, { change, lowerRose, upperFell }: RiseAndFall, cause: NonNullable<ReturnType<typeof mainCause>>): string {
  const closed = change < 0
  // the means of the halves come nearer as far as the bottom rises and the top falls
  const nearer = lowerRose + upperFell
  if (closed ? !(nearer > 0) : !(nearer < 0)) return t(`why.cause.${cause}`)
  if (cause === 'lower' && (closed ? lowerRose > 0 : lowerRose < 0)) return t(closed ? 'why.cause.lower.rose' : 'why.cause.lower.fell')
  if (cause === 'upper' && (closed ? upperFell > 0 : upperFell < 0)) return t(closed ? 'why.cause.upper.fell' : 'why.cause.upper.rose')
  return t(`why.cause.${cause}`)
}

/** Wider or narrower, by how much unless it is to be `brief`, and by whose doing: for where the parts stand beside it. */
export function causeShort(speech: Pick<Speech, 't'>, split: RiseAndFall, brief = false): string {
  const { t } = speech
  const cause = mainCause(split)
  if (Number.isNaN(split.change)) return t('level-check.none')
  // what reads as zero is no change
  if (cause === null || Math.abs(split.change) < 0.0005) return t('level-check.same')
  const says = causeWord(speech, split, cause)
  if (brief) return t(split.change < 0 ? 'level-check.closed.brief' : 'level-check.widened.brief', { cause: says })
  return t(split.change < 0 ? 'level-check.closed' : 'level-check.widened', { change: fixed(Math.abs(split.change), 3), cause: says })
}

/** The part that did most towards the change, and beside it what the county mean did by moving: both measured from the same means. */
export function causeSays(speech: Speech, split: RiseAndFall): string {
  const { t } = speech
  const cause = mainCause(split)
  if (cause === null) return t(Number.isNaN(split.change) ? 'level-check.none' : 'why.cause.none')
  const says = t(split.change < 0 ? 'why.closed' : 'why.widened', { cause: causeWord(speech, split, cause), part: signedText(split[cause], 3) })
  return `${says}${cause === 'mean' ? '' : t('why.offset', { part: signedText(split.mean, 3) })}${t('mark.stop')}`
}

/** Which run is split, where its coefficient stands, and where the middle of all runs does, with its mean and schools below, which every table prints. */
export function splitBasis(speech: Speech, frame: Frame, view: StandardView, item: ItemView, level: Level, runs: readonly Series[], year: number): string {
  const { t } = speech
  const column = cv(item.id, level)
  const shown = (value: number) => shownAgainst(value, view.limit[level], 3)
  const own = shown(countyCell(frame, runs[0]!, year, column))
  const basis = runs.length === 1 ? t('why.basis.single', { own }) : t('why.basis.run', { run: runs[0]!.replicate, own, runs: runs.length, middle: shown(countyMiddle(frame, runs, year, column)) })
  return `${basis}${t('mark.semicolon')}${levelBeside(speech, frame, item, level, runs, year)}`
}

/** The coefficient before and after a year, beside its limit. */
export const yearSays = ({ t }: Pick<Speech, 't'>, { limit }: StandardView, level: Level, { before, after }: WhyYear): string =>
  t('why.year.says', { before: shownAgainst(before, limit[level], 3), after: shownAgainst(after, limit[level], 3) })

const parts = ['lower', 'upper', 'mean', 'pupils'] as const

/** The four parts as bars: name, change of the coefficient, and one sentence with the numbers behind it. */
export function splitBars({ t, language }: Speech, frame: Frame, item: ItemView, level: Level, split: RiseAndFall, run: Series, year: number) {
  const unit = itemUnit(item, language)
  const change = (value: number) => `${signedText(value, itemDigits(item.unit))} ${unit}`
  const meanIn = (y: number) => itemText(countyCell(frame, run, y, mean(item.id, level)), item.unit)
  const slots = { lower: { change: change(split.lowerRose) }, upper: { change: change(-split.upperFell) }, mean: { from: meanIn(0), to: meanIn(year), unit }, pupils: {} }
  return parts.map((part) => ({ key: part, name: t(`why.part.${part}`), change: split[part], says: t(`why.says.${part}`, slots[part]) }))
}

/** The first sentence of a text, or its first half where a semicolon parts it. */
export const firstSentence = (text: string): string => (/^.*?(?:[。；]|[.;](?=\s|$))/su.exec(text)?.[0] ?? text).replace(/；$/, '。').replace(/;$/, '.')

/** An entry of the bill: a difference with its unit; money without a sign, as everywhere. */
export function billText({ t, language }: Speech, key: keyof Bill, value: number): string {
  if (key === 'cost') return moneyText(value, language)
  return key === 'commute' ? t('bill.commute', { km: signedText(value, 2) }) : t(`bill.${key}`, { count: signedText(value, 0) })
}

/** Behind an entry of the bill: plan minus baseline, the pair whose difference is printed. */
export function billDoor(speech: Speech, key: keyof Bill, value: number, { plan, baseline }: Pair, runs: number, year: number): Door {
  const { t, language } = speech
  const one = (amount: number) => (key === 'cost' ? moneyText(amount, language) : fixed(amount, key === 'commute' ? 2 : 0))
  const shown = billText(speech, key, value)
  const here = t('door.pair', { plan: one(plan), baseline: one(baseline), difference: shown })
  return countDoor(speech, t(`bill.${key}.name`), shown, t(`door.bill.${key}`), here, runs, year, ownBasis(t('door.assumed.bill')), t(`bill.${key}.unit`))
}

import type { Level, RiseAndFall } from '../../../engine/index.ts'
import type { Door } from '../../stores/view/doors.svelte.ts'
import { method, type Speech } from './doors.ts'
import type { Frame, ItemView } from './frame.ts'
import { signedText } from './shown.ts'
import type { WhyYear } from './why.ts'

/* Doors behind why a gap changed: they come with the strip and the panel that print it. */

/** Behind the split of a change of a coefficient into who rose and who fell: four parts that add up. */
export function splitDoor(speech: Speech, frame: Frame, item: ItemView, level: Level, split: RiseAndFall, year: number): Door {
  const { t, language } = speech
  const parts = (['lower', 'upper', 'mean', 'pupils'] as const).map((part) => `${t(`why.part.${part}`)} ${signedText(split[part], 4)}`)
  return {
    title: `${t(`level.${level}`)} · ${item.short[language]} · ${t('why.change')}`,
    shown: signedText(split.change, 3),
    formula: t('door.split.formula'),
    here: `${parts.join(t('mark.semicolon'))} = ${signedText(split.change, 4)}`,
    unit: t('door.cv.unit'),
    basis: t('door.basis.first', { year: frame.years[year] ?? 0 }),
    sources: [method, item.source],
  }
}

/** Behind the account of one year: what each step did to the coefficient, adding up to its change. */
export function whyDoor(speech: Speech, item: ItemView, level: Level, why: WhyYear | null, year: number): Door {
  const { t, language } = speech
  const change = why ? why.after - why.before : NaN
  return {
    title: `${t(`level.${level}`)} · ${item.short[language]} · ${t('why.year', { year })}`,
    shown: signedText(change, 4),
    formula: t('door.ledger.formula'),
    here: `${(why?.bars ?? []).map((bar) => `${bar.name[language]} ${signedText(bar.change, 4)}`).join(t('mark.semicolon'))} = ${signedText(change, 4)}`,
    unit: t('door.cv.unit'),
    basis: t('door.basis.first', { year }),
    sources: [method, item.source],
  }
}

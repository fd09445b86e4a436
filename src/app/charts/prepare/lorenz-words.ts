import { percentText } from './amounts.ts'
import type { Speech } from './doors.ts'
import type { ItemView } from './frame.ts'
import { shareOfWeakest, type Lorenz } from './lorenz.ts'
import { quantity, twinOf, type Cell, type Twin } from './twin.ts'

/** The curve of a year and that of the first. */
export interface TwoCurves {
  readonly year: number
  readonly now: Lorenz
  readonly first: number
  readonly then: Lorenz
}

/** What the weakest fifth of pupils have, in both years. */
export const lorenzTitle = ({ t, language }: Speech, item: ItemView, { year, now, first, then }: TwoCurves): string =>
  now.pupils.length === 0 ? t('lorenz.none', { year, item: item.short[language] }) : t('lorenz.title', { year, item: item.short[language], share: percentText(shareOfWeakest(now, 0.2)), first, before: percentText(shareOfWeakest(then, 0.2)) })

const share = (part: number): Cell => quantity(part, percentText(part))
const tenths = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]

/** The curves at every tenth of the pupils. */
export const lorenzTwin = ({ t }: Pick<Speech, 't'>, { year, now, first, then }: TwoCurves): Twin =>
  twinOf([
    { head: t('lorenz.pupils'), cells: tenths.map(share) },
    { head: String(year), cells: tenths.map((one) => share(shareOfWeakest(now, one))) },
    { head: String(first), cells: tenths.map((one) => share(shareOfWeakest(then, one))) },
  ])

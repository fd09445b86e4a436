import type { Speech } from './doors.ts'
import type { FirstPass, Headline } from './verdict.ts'

/**
 * The verdict in a line, and the count of runs behind it. A year is that by which half of the runs, or all, have met the standard
 * once: some met it before, and a run may fall back. Where some have met it, “not met” is never said.
 *
 * @param lastYear of the years looked at
 */
export function headlineWords({ t }: Pick<Speech, 't'>, { year, runs, of }: Headline, lastYear: number): { readonly title: string; readonly runs: string } {
  const met = year === null ? of - runs : runs
  const count = t('verdict.runs', { runs: met, of, year: year ?? lastYear })
  if (year === null) return { title: t(met === 0 ? 'verdict.never' : 'verdict.fewer', { year: lastYear }), runs: count }
  return { title: t(met === of ? 'verdict.all' : 'verdict.half', { year }), runs: count }
}

/** In which year how many runs first met the standard: what the dots say, “first year of passing, run by run: 2031: 3 runs, not met: 17 runs”. */
export const passesText = ({ t }: Pick<Speech, 't'>, passes: readonly FirstPass[]): string =>
  `${t('verdict.dots.label')}${t('mark.colon')}${passes.map(({ year, runs }) => (year === null ? t('verdict.dots.never', { runs }) : t('verdict.dots.year', { year, runs }))).join(t('mark.comma'))}`

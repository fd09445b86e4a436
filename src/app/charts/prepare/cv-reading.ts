import type { Series } from '../../../engine/index.ts'
import type { ChartFrame } from '../chart.ts'
import { below, mean } from './columns.ts'
import type { CvPicture } from './cv-lines.ts'
import { levelText } from './cv-words.ts'
import type { Speech } from './doors.ts'
import { countyMiddle, itemOf, type Frame, type StandardView } from './frame.ts'
import { lineMarks, type ReadLine } from './line-marks.ts'
import { shownAgainst } from './shown.ts'
import type { ChartMark } from './steps.ts'

/** The lines of the gap picture, the chosen first: every coefficient with its level. */
function linesOf(speech: Speech, frame: Frame, view: StandardView, picture: CvPicture, runs: readonly Series[], baseline: readonly Series[]): readonly ReadLine[] {
  const { t, language } = speech
  const xs = picture.years
  const line = (ys: readonly number[], id: string, name: string, of: readonly Series[]): ReadLine => {
    const item = itemOf(view, id)
    const at = (column: string, y: number) => countyMiddle(frame, of, y, column)
    const level = (y: number) => levelText(speech, item, at(mean(id, picture.level), y), at(below(id, picture.level), y), xs[y] ?? 0)
    return { xs, ys, text: (y) => `${name} ${shownAgainst(ys[y] ?? NaN, picture.limit, 3)}${t('mark.semicolon')}${level(y)}` }
  }
  return [
    line(picture.chosen.values, picture.chosen.item, itemOf(view, picture.chosen.item).short[language], runs),
    ...(picture.baseline.length > 0 ? [line(picture.baseline, picture.chosen.item, t('cv.baseline'), baseline)] : []),
    ...picture.others.map((other) => line(other.values, other.item, itemOf(view, other.item).short[language], runs)),
  ]
}

/** The points of the gap picture. */
export const cvMarks = (chart: ChartFrame, speech: Speech, frame: Frame, view: StandardView, picture: CvPicture, runs: readonly Series[], baseline: readonly Series[]): readonly ChartMark[] =>
  lineMarks(chart, linesOf(speech, frame, view, picture, runs, baseline))

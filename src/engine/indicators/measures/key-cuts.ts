import { assumption, type Bilingual } from '../../declare.ts'
import type { SeenCounty } from '../../county/county.ts'
import { defineMeasure } from '../declare.ts'

/*
 * The score of the last one admitted, by channel. Where a directed place is given far below the open line, somebody above it was
 * displaced: the two are shown together.
 */

const cut = (id: string, name: Bilingual, reading: Bilingual, formula: Bilingual, values: (county: SeenCounty) => readonly [column: ArrayLike<number>, rows: number]) =>
  defineMeasure({
    id,
    standing: 'research',
    only: 'junior',
    text: { name, reading },
    unit: 'SD',
    better: 'neither',
    formula,
    source: assumption({ en: 'scores are in standard deviations of the base year by construction', zh: '成绩按基年标准差计量，系设定' }),
    thresholds: {},
    measure(county) {
      let lowest = Infinity
      const [column, rows] = values(county)
      for (let i = 0; i < rows; i++) if (column[i] < lowest) lowest = column[i]
      return lowest < Infinity ? lowest : NaN
    },
  })

/** Lowest exam score admitted in open competition. */
export const openCut = cut(
  'key-open-cut',
  { en: 'Lowest score admitted to a key senior high in open competition', zh: '优质高中统招最低录取成绩' },
  { en: 'Exam score, standard deviations; undefined if no place was open.', zh: '中考成绩，以标准差计；没有统招名额时无数值。' },
  { en: 'min over key senior highs of the lowest score admitted in open competition', zh: '各优质高中统招最低录取成绩的最小值' },
  ({ seniors }) => [seniors.openCut, seniors.count],
)

/** Lowest exam score admitted to a directed place. */
export const quotaCut = cut(
  'key-quota-cut',
  { en: 'Lowest score admitted to a directed place', zh: '指标到校最低录取成绩' },
  { en: 'Exam score, standard deviations; undefined if nobody was admitted so.', zh: '中考成绩，以标准差计；无人经指标到校录取时无数值。' },
  { en: 'min over junior schools of the lowest score admitted to a directed place', zh: '各初中指标到校最低录取成绩的最小值' },
  ({ sections }) => [sections.quotaCut, sections.count],
)

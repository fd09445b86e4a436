import { levelCode } from '../../county/county.ts'
import { assumption, type Bilingual } from '../../declare.ts'
import { defineMeasure } from '../declare.ts'

const chance = (id: string, kind: number, where: Bilingual) =>
  defineMeasure({
    id,
    standing: 'research',
    text: {
      name: { en: `Pupils from ${where.en} among the top 5%`, zh: `${where.zh}学生进入前5%的比例` },
      reading: {
        en: 'Of grade 6 (primary) and grade 9 (junior) pupils from there, the share in the county’s top 5% of the grade; 0.05 if origin did not matter.',
        zh: '小学六年级、初中九年级该类学生进入全县同年级前5%的比例；若与来源无关则为5%。',
      },
    },
    unit: 'share',
    better: 'neither',
    formula: { en: 'last-grade pupils of this origin in the top 5% of the grade ÷ last-grade pupils of this origin; scores in bins of 1/16 SD', zh: '该来源毕业年级学生中进入同年级前5%的人数 ÷ 该来源毕业年级学生数；成绩按1/16个标准差分组' },
    source: assumption({ en: 'a choice of what to show: excellence beside balance', zh: '展示口径由本项目选定：均衡之外兼看拔尖' }),
    thresholds: {},
    measure(_, level, { topByKind, byKind }) {
      const at = 3 * levelCode(level) + kind
      return byKind[at] > 0 ? topByKind[at] / byKind[at] : NaN
    },
  })

/** Chances of being in the top 5% of a grade, by kind of home place. */
export const topTown = chance('top-5-town', 0, { en: 'the county town', zh: '城区' })
export const topTownship = chance('top-5-township', 1, { en: 'townships', zh: '镇区' })
export const topRural = chance('top-5-rural', 2, { en: 'rural places', zh: '乡村' })

import type { Bilingual } from '../declare.ts'
import type { SourceId } from '../sources.ts'
import { controls } from './controls.ts'

/** A published fact, or a check of the code, with the band in which the model’s own figure must lie. */
export interface Fact {
  readonly id: string
  readonly statement: Bilingual
  readonly unit: 'share' | 'SD' | 'years' | 'points' | 'points a year' | 'ratio' | 'calendar year'
  readonly target: number | null
  /** Inclusive. */
  readonly band: readonly [number, number]
  readonly source: SourceId
  /** `fact`: published and used to calibrate; `code`: arithmetic the code must reproduce; `control`: must come out at about zero. */
  readonly use: 'fact' | 'code' | 'control'
  /** How the figure is read off the model. */
  readonly measured: Bilingual
  /** What to know when it fails or passes for a dull reason. */
  readonly note?: Bilingual
}

/** What was published, and arithmetic the code must reproduce. */
const published: readonly Fact[] = [
  {
    id: 'V1',
    statement: { en: 'Share of score variance between primary schools of one county', zh: '县内小学校际成绩方差占比' },
    unit: 'share',
    target: 0.18,
    band: [0.1, 0.28],
    source: 'jx-county',
    use: 'fact',
    measured: { en: 'variance components of all primary pupils’ June scores, mean of six years', zh: '全体小学生学年末成绩的方差分量，六年平均' },
  },
  {
    id: 'V2',
    statement: { en: 'Town minus rural mean score before any policy', zh: '政策实施前城乡平均成绩差距' },
    unit: 'SD',
    target: 0.4,
    band: [0.25, 0.55],
    source: 'zhao-2017',
    use: 'fact',
    measured: { en: 'by the place where the family lives, first year', zh: '按家庭所在地，首年' },
  },
  {
    id: 'V5',
    statement: { en: 'Share of true teacher effects that personnel files explain', zh: '人事档案资历对教师真实效应的解释份额' },
    unit: 'share',
    target: 0.05,
    band: [0, 0.1],
    source: 'bau-das-2020',
    use: 'fact',
    measured: { en: 'regression on degree, ranks, backbone title and experience', zh: '对学历、职称、骨干称号和教龄的回归' },
  },
  {
    id: 'V6',
    statement: { en: 'One-year persistence of what better teaching adds', zh: '教学提升效应的一年保持率' },
    unit: 'share',
    target: 0.2,
    band: [0.15, 0.4],
    source: 'jacob-2010',
    use: 'fact',
    measured: {
      en: 'all teachers of half the schools better by 0.1 SD in one year; what is left of the pupils’ gain a year later, same chance in both futures',
      zh: '一半学校教师教学在一年内提升0.1个标准差，一年后学生所余增益，两种走向随机因素相同',
    },
    note: {
      en: 'Contains what classmates who gained together pass on to each other.',
      zh: '含同班同学共同提升后的相互影响。',
    },
  },
  {
    id: 'V7',
    statement: { en: 'Effect of classmates’ prior mean where classes are formed at random', zh: '随机编班中同伴先前均分的效应' },
    unit: 'SD',
    target: 0.12,
    band: [0.05, 0.18],
    source: 'chen-2023-peers',
    use: 'fact',
    measured: { en: 'regression in grade 7 within schools, own prior score held', zh: '七年级校内回归，控制本人先前成绩' },
  },
  {
    id: 'V13a',
    statement: { en: 'Fall of yearly leaving from villages under an allowance of 8% of pay', zh: '补助为工资8%时乡村教师年离岗率下降' },
    unit: 'points',
    target: null,
    band: [-2, 2],
    source: 'allowance-threshold-2024',
    use: 'fact',
    measured: { en: 'teachers no longer in their village school a year later, percentage points, four years, paired', zh: '一年后不在原乡村学校的教师比例，百分点，四年配对' },
  },
  {
    id: 'V13b',
    statement: { en: 'The same under an allowance of 18% of pay', zh: '补助为工资18%时乡村教师年离岗率下降' },
    unit: 'points',
    target: null,
    band: [2, 100],
    source: 'allowance-threshold-2024',
    use: 'fact',
    measured: { en: 'as before', zh: '同上' },
    note: {
      en: 'The band is this project’s judgement. In a county that loses pupils few town posts fall vacant, so fewer leave villages to begin with and less can be prevented.',
      zh: '通过范围出于本项目判断。生源减少的县城镇空缺少，离开乡村者本就不多，可减少的余地也小。',
    },
  },
  {
    id: 'V14',
    statement: { en: 'Completed stay at a rural school of teachers who moved to another', zh: '调离乡村学校教师的在校任教年限' },
    unit: 'years',
    target: 6.3,
    band: [4.5, 9],
    source: 'ma-2020',
    use: 'fact',
    measured: { en: 'school years served by teachers who changed from a village school to another school of the county', zh: '由乡村学校调往县内其他学校的教师在原校任教学年数' },
    note: {
      en: 'Surveyed when counties still hired. In a shrinking county moves wait for vacancies, and stays lengthen.',
      zh: '调查时各县仍在招聘；生源减少时调动须等空缺，任教年限延长。',
    },
  },
  {
    id: 'V15',
    statement: { en: 'Matched mentoring: gain in the weaker partner’s class', zh: '按能力结对：受帮扶教师班级的增益' },
    unit: 'SD',
    target: 0.12,
    band: [0.05, 0.18],
    source: 'papay-2020',
    use: 'fact',
    measured: { en: 'gain of all pupils per pair and class in the first year, paired', zh: '首年每对每班学生增益，配对' },
    note: { en: 'Set by a parameter of the policy; the check is that it arrives in the scores undiluted. The mentor’s own class loses nothing by construction.', zh: '由政策参数设定，此处检验其是否如数体现在成绩中；按设定导师本班不受损。' },
  },
  {
    id: 'V20',
    statement: { en: 'A 50% quota closes about twice as much of the gap open-first as quota-first', zh: '50%指标到校：先统招所缩小的差距约为先指标的两倍' },
    unit: 'ratio',
    target: 2,
    band: [1.5, 2.5],
    source: 'quota-arithmetic',
    use: 'code',
    measured: { en: 'the engine’s admission in a closed county of sixteen schools, 200 draws', zh: '十六所学校的封闭县，用模型录取程序，抽取200次' },
  },
  {
    id: 'V20n',
    statement: { en: 'A quota does not change how many are admitted', zh: '指标到校不改变录取总数' },
    unit: 'share',
    target: 0,
    band: [0, 0],
    source: 'quota-arithmetic',
    use: 'code',
    measured: { en: 'relative change of admissions over shares from 0 to 100%', zh: '比例由0到100%时录取总数的相对变化' },
  },
  {
    id: 'V21',
    statement: { en: 'Lowest quota cut below the no-quota line at 50%, without a floor', zh: '50%且不设限时，最低指标线低于无指标线的幅度' },
    unit: 'SD',
    target: 0.56,
    band: [0.3, 0.7],
    source: 'quota-arithmetic',
    use: 'code',
    measured: { en: 'as V20, open-first, gap of 0.4 SD', zh: '同V20，先统招，城乡差距0.4个标准差' },
  },
  {
    id: 'V22',
    statement: { en: 'Junior leavers who go on to general senior highs', zh: '初中毕业生升入普通高中的比例' },
    unit: 'share',
    target: 0.61,
    band: [0.5, 0.7],
    source: 'moe-2024',
    use: 'fact',
    measured: { en: 'admissions by leavers, six years', zh: '录取数与毕业生数之比，六年' },
    note: { en: 'An input of the county.', zh: '为县的输入数据。' },
  },
  {
    id: 'V23',
    statement: { en: 'Rural pupils’ application to key senior highs at an equal score', zh: '同分乡村学生报考优质高中的差距' },
    unit: 'points',
    target: -13,
    band: [-15, 0],
    source: 'loyalka-access',
    use: 'fact',
    measured: { en: 'constant of the process, over the accepted sets', zh: '过程参数，取接受的参数组' },
    note: { en: 'Set by a parameter, not an outcome.', zh: '由参数设定，不是模型结果。' },
  },
  {
    id: 'V24',
    statement: { en: 'Actual grade-1 intakes 2018 to 2024 by the intake rule: the year that fits worst', zh: '2018—2024年一年级实际招生与推算之比：偏离最大的一年' },
    unit: 'ratio',
    target: 1,
    band: [0.93, 1.05],
    source: 'nbs-births-revised',
    use: 'code',
    measured: { en: 'national intake over one third of births seven and two thirds of births six years before', zh: '全国招生数与七年前出生人口三分之一加六年前三分之二之比' },
  },
  {
    id: 'V26',
    statement: { en: 'Fall of the rural share of primary pupils', zh: '乡村小学生占比每年下降' },
    unit: 'points a year',
    target: 1.8,
    band: [1, 2.5],
    source: 'nbs-urban-rural',
    use: 'fact',
    measured: { en: 'by school attended, first five years', zh: '按就读学校，前五年' },
  },
  {
    id: 'V33',
    statement: { en: 'Dispersion coefficients of the seven items, mean over items and stages', zh: '七项指标差异系数的平均值' },
    unit: 'ratio',
    target: null,
    band: [0.3, 0.6],
    source: 'ningguo-2022',
    use: 'fact',
    measured: { en: 'three shipped counties, first year and five years later', zh: '三个示例县，首年与五年后' },
    note: { en: 'The first year meets the county files by construction; five years later is the model’s own.', zh: '首年按县文件建成，五年后为模型结果。' },
  },
  {
    id: 'D1',
    statement: { en: 'Primary rolls of 2030 against 2025', zh: '2030年小学在校生数与2025年之比' },
    unit: 'ratio',
    target: 0.66,
    band: [0.6, 0.72],
    source: 'nbs-births-revised',
    use: 'fact',
    measured: { en: 'national grades worked out from births (67 of 102 million); the county’s own rolls, middle births', zh: '全国按出生人口推算（6730万与约1.02亿），本县取出生中方案' },
  },
  {
    id: 'D2',
    statement: { en: 'Primary rolls of 2035 against 2025', zh: '2035年小学在校生数与2025年之比' },
    unit: 'ratio',
    target: 0.45,
    band: [0.4, 0.5],
    source: 'nbs-births-revised',
    use: 'fact',
    measured: { en: 'as D1', zh: '同D1' },
  },
  {
    id: 'D3',
    statement: { en: 'Year in which junior rolls are largest', zh: '初中在校生数最多的年份' },
    unit: 'calendar year',
    target: 2026,
    band: [2025, 2027],
    source: 'nbs-births-revised',
    use: 'fact',
    measured: { en: 'as D1', zh: '同D1' },
  },
  {
    id: 'D4',
    statement: { en: 'Junior rolls of 2035 against 2025', zh: '2035年初中在校生数与2025年之比' },
    unit: 'ratio',
    target: 0.55,
    band: [0.48, 0.62],
    source: 'nbs-births-revised',
    use: 'fact',
    measured: { en: 'as D1', zh: '同D1' },
  },
]

/** Everything the report judges, in its order: facts, arithmetic, controls. */
export const facts: readonly Fact[] = [...published, ...controls]

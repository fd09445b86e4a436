import type { Fact } from './facts.ts'

/** Negative controls: where the evidence finds nothing, the model must find nothing. */
export const controls: readonly Fact[] = [
  {
    id: 'V16',
    statement: { en: 'National-style teacher training: effect on scores after a year', zh: '国培式培训一年后对成绩的效应' },
    unit: 'SD',
    target: 0,
    band: [-0.03, 0.03],
    source: 'loyalka-2019',
    use: 'control',
    measured: { en: 'county mean with 72 hours of lectures minus without, paired', zh: '每人72学时集中讲授与不培训的全县均分之差，配对' },
  },
  {
    id: 'N1',
    statement: { en: 'Renaming the county and its future changes nothing', zh: '更改县名与方案名，结果不变' },
    unit: 'SD',
    target: 0,
    band: [0, 0],
    source: 'assumption',
    use: 'control',
    measured: { en: 'largest difference of any number between two runs that differ in titles and ids only', zh: '仅标题与标识不同的两次运行，任一数值的最大差异' },
  },
  {
    id: 'N2',
    statement: { en: 'Without policy the county’s mean score stays where it was', zh: '无政策时全县均分保持不变' },
    unit: 'SD',
    target: 0,
    band: [-0.05, 0.05],
    source: 'assumption',
    use: 'control',
    measured: { en: 'mean score five years later minus first year', zh: '五年后均分减首年' },
    note: { en: 'What moves it is demography: smaller classes, and families moving to town.', zh: '变动来自人口：班额缩小、家庭进城。' },
  },
  {
    id: 'N3',
    statement: { en: 'Teachers who hold teaching awards teach no better', zh: '获教学奖励的教师教学效果并不更好' },
    unit: 'SD',
    target: 0,
    band: [-0.02, 0.02],
    source: 'chu-2015',
    use: 'control',
    measured: {
      en: 'regression of what academic teachers add in a year on holding an award, years of teaching held, all years together',
      zh: '文化课教师年度贡献对获奖与否的回归，控制教龄，各年合并',
    },
    note: {
      en: 'Who holds an award is drawn and tied to nothing; teaching.award would give it an effect. The range of the published estimate is the band.',
      zh: '获奖者随机抽取，与其他特征无关；如需赋予效应，可设teaching.award。通过范围取自已发表估计的区间。',
    },
  },
  {
    id: 'N4',
    statement: { en: 'Schools under the name of a group, and nothing but the name: effect on the mean score', zh: '只挂集团校名、别无措施：对全县均分的效应' },
    unit: 'SD',
    target: 0,
    band: [-0.01, 0.01],
    source: 'assumption',
    use: 'control',
    measured: { en: 'four years of groups over 60% of schools with no gain for members or lead school, against the status quo, paired', zh: '集团覆盖60%学校四年，成员校与牵头校均无增益，与现状配对比较' },
    note: { en: 'Families believe the name and choose by it; what they learn does not change with it, but for classmates and class sizes.', zh: '家长看重校名并据此择校；除同伴和班额外，学业不因此改变。' },
  },
]

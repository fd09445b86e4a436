import { assumption, cite } from '../declare.ts'
import type { ProcessYear } from './declare.ts'

/** What families weigh when they list schools. */
export const choiceParameters = {
  distance: {
    label: { en: 'Utility per kilometre', zh: '每公里距离的效用' },
    unit: 'utility/km',
    default: -0.25,
    range: [-0.5, -0.1],
    source: cite('burgess-2015', { en: 'sign and order of size in mixed-logit studies', zh: '方向和量级依混合逻辑特模型研究' }, 'low'),
  },
  believedMean: {
    label: { en: 'Utility per SD of the believed mean score', zh: '家长认知均分每高一个标准差的效用' },
    unit: 'utility/SD',
    default: 1,
    range: [0.4, 2],
    source: cite('hastings-2009', { en: 'families choose on levels; rises with income and ability', zh: '家长按成绩水平择校；随收入和子女能力增强' }, 'low'),
  },
  meanByBackground: {
    label: { en: 'The same, more per SD of family background', zh: '家庭背景每高一个标准差的追加效用' },
    unit: 'utility/SD',
    default: 0.3,
    range: [0, 0.6],
    source: cite('hastings-2009', { en: 'families choose on levels; rises with income and ability', zh: '家长按成绩水平择校；随收入和子女能力增强' }, 'medium'),
  },
  valueAdded: {
    label: { en: 'Utility per SD of what a school truly adds', zh: '学校真实增值每高一个标准差的效用' },
    unit: 'utility/SD',
    default: 0,
    range: [0, 0.2],
    source: cite('zhang-2013', { en: 'families choose by level, not by what a school adds', zh: '家长按成绩水平择校，而非按学校增值' }, 'medium'),
  },
  simpleRule: {
    label: { en: 'Families who simply take the zone school', zh: '直接就读划片学校的家庭比例' },
    unit: 'share',
    default: 0.5,
    range: [0, 1],
    source: cite('dignum-2025', { en: 'simple rules fit register data better than full utility', zh: '简单规则比完全效用模型更符合登记数据' }, 'medium'),
  },
  outOfZone: {
    label: { en: 'Utility cost of a place out of zone', zh: '跨片就读的效用代价' },
    unit: 'utility',
    default: -3,
    range: [-6, -1],
    source: assumption({ en: 'nearby enrolment is the rule; a few per cent go elsewhere', zh: '就近入学为常态；跨片就读仅占百分之几' }),
  },
  privateCost: {
    label: { en: 'Utility cost of a private school', zh: '民办学校的效用代价' },
    unit: 'utility',
    default: -3,
    range: [-6, 0],
    source: assumption({ en: 'fees; chosen so that private schools fill but do not overflow', zh: '反映学费；按民办学校招满而不溢出设定' }),
  },
  privateByBackground: {
    label: { en: 'Private school, per SD of family background', zh: '民办学校对家庭背景的吸引斜率' },
    unit: 'utility/SD',
    default: 0.8,
    range: [0, 1.5],
    source: assumption({ en: 'fees bind poorer families more', zh: '学费对低收入家庭约束更大' }),
  },
  chance: {
    label: { en: 'Utility of the chance of a key senior high (junior)', zh: '优质高中录取机会的效用（初中）' },
    unit: 'utility',
    default: 1,
    range: [0, 4],
    source: assumption({ en: 'families speak of it; no estimate in utility', zh: '家长确有此考虑；无效用估计' }),
  },
  strategic: {
    label: { en: 'Families who choose a junior school for its directed places', zh: '为指标名额择校的家庭比例' },
    unit: 'share',
    default: 0.07,
    range: [0.01, 0.25],
    source: cite('cullen-2013', { en: 'at least 5%, up to 25% of those with motive and opportunity, Texas', zh: '得克萨斯州：有动机且有条件者中至少5%，至多25%' }, 'medium'),
  },
} as const

export type ChoiceYear = ProcessYear<typeof choiceParameters>

import { assumption, cite, type Parameters, type Values } from '../declare.ts'

/** What the builder draws from: how families, skills and teachers differ between places before the first year. */
export const originParameters = {
  backgroundTown: {
    label: { en: 'Family background, county town', zh: '县城家庭背景均值' },
    unit: 'background SD',
    default: 0.38,
    range: [0.1, 0.8],
    source: cite('zhao-2017', { en: 'about half of the urban–rural gap of 0.37–0.41 SD is family', zh: '城乡成绩差距为0.37—0.41个标准差，约一半来自家庭背景' }, 'medium'),
  },
  backgroundRural: {
    label: { en: 'Family background, rural', zh: '乡村家庭背景均值' },
    unit: 'background SD',
    default: -0.34,
    range: [-0.8, 0],
    source: cite('zhao-2017', { en: 'about half of the urban–rural gap of 0.37–0.41 SD is family', zh: '城乡成绩差距为0.37—0.41个标准差，约一半来自家庭背景' }, 'medium'),
  },
  readinessTown: {
    label: { en: 'Early skill beyond family, county town', zh: '县城早期能力（家庭以外）' },
    unit: 'SD',
    default: 0.06,
    range: [0, 0.2],
    source: cite('zhao-2017', { en: 'what neither family nor teachers explain of the urban–rural gap', zh: '城乡成绩差距中家庭和教师均不能解释的部分' }, 'low'),
  },
  readinessRural: {
    label: { en: 'Early skill beyond family, rural', zh: '乡村早期能力（家庭以外）' },
    unit: 'SD',
    default: -0.06,
    range: [-0.2, 0],
    source: cite('zhao-2017', { en: 'what neither family nor teachers explain of the urban–rural gap', zh: '城乡成绩差距中家庭和教师均不能解释的部分' }, 'low'),
  },
  backgroundBetween: {
    label: { en: 'Spread of family background between places of a kind', zh: '同类地区间家庭背景离散程度' },
    unit: 'background SD',
    default: 0.32,
    range: [0.1, 0.6],
    source: assumption({ en: 'set so that the between-school share of score variance is near its published value', zh: '按使校际成绩方差占比接近已公布数值设定' }),
  },
  readinessBetween: {
    label: { en: 'Spread of early skill between places', zh: '地区间早期能力离散程度' },
    unit: 'SD',
    default: 0.3,
    range: [0.1, 0.5],
    source: assumption({ en: 'set so that the between-school share of score variance is near its published value (jx-county)', zh: '按使校际成绩方差占比接近已公布数值设定（参见jx-county）' }),
  },
  teacherTown: {
    label: { en: 'Teachers’ effect, county town', zh: '县城教师效应偏移' },
    unit: 'teacher SD',
    default: 0.25,
    range: [0, 0.6],
    source: assumption({ en: 'a quarter of the urban–rural gap is teachers; the burn-in adds its own sorting', zh: '城乡差距约四分之一来自教师；建县时的预演还会带来教师自身的流动分化' }),
  },
  sizeSpread: {
    label: { en: 'Spread of places’ sizes inside a kind (SD of the logarithm)', zh: '同类地区规模离散程度（对数标准差）' },
    unit: 'ratio',
    default: 0.35,
    range: [0.1, 0.8],
    source: assumption({ en: 'school sizes vary by a factor of two to three inside a kind', zh: '同类地区学校规模可相差两到三倍' }),
  },
} as const satisfies Parameters

export type Origins = Values<typeof originParameters>

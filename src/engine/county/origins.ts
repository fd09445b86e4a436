import { assumption, cite, type Parameters, type Values } from '../declare.ts'

/** What the builder draws from: how families, skills and teachers differ between places before the first year. */
export const originParameters = {
  backgroundTown: {
    label: { en: 'Family background, county town', zh: '县城家庭背景均值' },
    unit: 'SD',
    default: 0.38,
    range: [0.1, 0.8],
    source: cite('zhao-2017', 'about half of the urban–rural gap of 0.37–0.41 SD is family', 'medium'),
  },
  backgroundRural: {
    label: { en: 'Family background, rural', zh: '乡村家庭背景均值' },
    unit: 'SD',
    default: -0.34,
    range: [-0.8, 0],
    source: cite('zhao-2017', 'about half of the urban–rural gap of 0.37–0.41 SD is family', 'medium'),
  },
  readinessTown: {
    label: { en: 'Early skill beyond family, county town', zh: '县城早期能力（家庭以外）' },
    unit: 'SD',
    default: 0.06,
    range: [0, 0.2],
    source: cite('zhao-2017', 'what neither family nor teachers explain of the urban–rural gap', 'low'),
  },
  readinessRural: {
    label: { en: 'Early skill beyond family, rural', zh: '乡村早期能力（家庭以外）' },
    unit: 'SD',
    default: -0.06,
    range: [-0.2, 0],
    source: cite('zhao-2017', 'what neither family nor teachers explain of the urban–rural gap', 'low'),
  },
  backgroundBetween: {
    label: { en: 'SD of family background between places of a kind', zh: '同类地区间家庭背景标准差' },
    unit: 'SD',
    default: 0.32,
    range: [0.1, 0.6],
    source: assumption('set so that the between-school share of score variance is near its published value'),
  },
  readinessBetween: {
    label: { en: 'SD of early skill between places', zh: '地区间早期能力标准差' },
    unit: 'SD',
    default: 0.3,
    range: [0.1, 0.5],
    source: assumption('set so that the between-school share of score variance is near its published value (jx-county)'),
  },
  teacherTown: {
    label: { en: 'Teachers’ effect, county town, in teacher SDs', zh: '县城教师效应偏移（教师标准差）' },
    unit: 'SD',
    default: 0.25,
    range: [0, 0.6],
    source: assumption('a quarter of the urban–rural gap is teachers; the burn-in adds its own sorting'),
  },
  sizeSpread: {
    label: { en: 'Spread of places’ sizes inside a kind', zh: '同类地区规模离散程度' },
    unit: 'SD',
    default: 0.35,
    range: [0.1, 0.8],
    source: assumption('school sizes vary by a factor of two to three inside a kind'),
  },
} as const satisfies Parameters

export type Origins = Values<typeof originParameters>

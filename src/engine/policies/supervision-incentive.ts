import { assumption, cite } from '../declare.ts'
import { balance2017 } from '../norms/balance-2017.ts'
import { definePolicy } from './declare.ts'

/** What may be watched: columns of the county’s record, and their words. */
const watched = {
  Q1: { en: 'Teachers above the required degree', zh: '高于规定学历教师' },
  Q2: { en: 'Backbone teachers', zh: '骨干教师' },
  Q3: { en: 'PE and arts teachers', zh: '体艺教师' },
  Q4: { en: 'Teaching rooms', zh: '教学及辅助用房' },
  Q5: { en: 'Sports grounds', zh: '体育运动场馆' },
  Q6: { en: 'Teaching equipment', zh: '教学仪器设备' },
  Q7: { en: 'Multimedia rooms', zh: '网络多媒体教室' },
} as const

/** What may be raised: a policy, its lever, and how much one step of this policy raises it. */
const answers = {
  rotation: { policy: 'teacher-rotation', lever: 'share', unit: 0.01, text: { en: 'Rotation share, by 1 point', zh: '轮岗比例，每步1个百分点' } },
  hiring: { policy: 'directed-hiring', lever: 'share', unit: 0.1, text: { en: 'Directed hires, by 10 points', zh: '新聘教师定向比例，每步10个百分点' } },
  building: { policy: 'school-standardisation', lever: 'money', unit: 2_000_000, text: { en: 'Standardisation, by 2 million yuan', zh: '标准化建设资金，每步200万元' } },
  tilt: { policy: 'funding-tilt', lever: 'size', unit: 50, text: { en: 'Funding tilt, by 50 yuan a pupil', zh: '经费倾斜，每步生均50元' } },
} as const

const parameters = {
  steps: {
    label: { en: 'Steps the answer goes', zh: '加力步数' },
    unit: 'steps',
    default: 4,
    range: [0, 20],
    step: 1,
    source: assumption({ en: 'how strongly a county reacts to a published shortfall', zh: '县对公布短板的反应力度' }),
  },
  item: {
    label: { en: 'Item watched', zh: '监测指标' },
    unit: 'choice',
    default: 'Q2',
    choices: watched,
    source: cite('ningguo-2022', { en: 'counties publish the coefficient of every item each year', zh: '各县每年公布各项差异系数' }, 'medium'),
  },
  level: {
    label: { en: 'Level watched', zh: '监测学段' },
    unit: 'choice',
    default: 'either',
    choices: { either: { en: 'Whichever is worse', zh: '任一学段' }, primary: { en: 'Primary', zh: '小学' }, junior: { en: 'Junior', zh: '初中' } },
    source: assumption({ en: 'both stages are judged', zh: '小学、初中分别认定' }),
  },
  limit: {
    label: { en: 'Coefficient above which it answers', zh: '触发的差异系数' },
    unit: 'ratio',
    default: 0.5,
    range: [0, 1.5],
    step: 0.01,
    source: cite('balance-2017', { en: 'limits 0.50 in primary, 0.45 in junior', zh: '限值：小学0.50，初中0.45' }, 'high'),
  },
  answer: {
    label: { en: 'What is raised', zh: '加力政策' },
    unit: 'choice',
    default: 'rotation',
    choices: { rotation: answers.rotation.text, hiring: answers.hiring.text, building: answers.building.text, tilt: answers.tilt.text },
    source: assumption({ en: 'which lever answers which item is the county’s choice', zh: '何项短板对应何种措施由县确定' }),
  },
  reward: {
    label: { en: 'Reward in a year without a shortfall', zh: '达标年度奖励资金' },
    unit: 'yuan/year',
    default: 500_000,
    range: [0, 10_000_000],
    step: 100_000,
    source: assumption({ en: 'no figure published; teaching awards themselves moved nothing where they were studied (chu-2015)', zh: '未见公布数据；已有研究中教学奖励本身未带来变化（参见chu-2015）' }),
  },
} as const

export const supervisionIncentive = definePolicy({
  id: 'supervision-incentive',
  moment: 'review',
  group: 'network',
  text: {
    name: { en: 'Supervision and incentives', zh: '督导评价激励' },
    mechanism: {
      en: 'If last year’s published coefficient stood above {limit}, the chosen policy goes {steps} further this year; otherwise a reward of {reward} is paid.',
      zh: '上年公布的差异系数高于{limit}的，本年所选政策加力{steps}；未超过的按{reward}发放奖励。',
    },
    caveat: {
      en: 'Only raises a policy that is already in force in the same scenario. Reacts to the published figure of last year, as a county would; rewards cost money and move nothing by themselves.',
      zh: '只对方案中已在实施的政策加力。依据上年公布数据作出反应；奖励只有花费，本身不产生作用。',
    },
    example: { en: 'Counties such as Ningguo publish the coefficient of every item each year.', zh: '宁国等县市每年公布各项指标的校际差异系数。' },
  },
  parameters,
  neutral: { steps: 0, reward: 0 },
  marks: { limit: balance2017.limits.primary },
  levers: ['steps', 'item', 'limit', 'answer', 'reward'],
  streams: [],
  touches: [],
  act({ set, published, raise, ledger }) {
    const primary = published(`${set.item}.cv.primary`)
    const junior = published(`${set.item}.cv.junior`)
    const isAbove = (set.level !== 'junior' && primary > set.limit) || (set.level !== 'primary' && junior > set.limit)
    if (isAbove) {
      const { policy, lever, unit } = answers[set.answer]
      if (set.steps > 0) raise(policy, lever, unit * set.steps)
    } else if (set.reward > 0 && (primary === primary || junior === junior)) ledger.spend('reward', -1, set.reward)
  },
})

import { assumption, cite } from '../declare.ts'
import type { Payer } from '../county/ledger.ts'
import { largestRemainder } from '../norms/quota-allotment.ts'
import { definePolicy, type PolicyYear } from './declare.ts'
import { look } from './weakness.ts'

const payers = {
  county: { en: 'the county', zh: '县级财政' },
  city: { en: 'the prefecture or city', zh: '市级财政' },
  province: { en: 'the province', zh: '省级财政' },
  central: { en: 'the centre', zh: '中央财政' },
} as const satisfies Partial<Record<Payer, { en: string; zh: string }>>

const tiltSays = {
  en: 'localities must tilt to boarding, small, migrant-receiving and under-resourced schools; no factor is given',
  zh: '地方须向寄宿制、小规模、随迁子女较多和薄弱学校倾斜；未规定权重',
}

const weight = (en: string, zh: string, standard: number) =>
  ({ label: { en, zh }, unit: 'ratio', default: standard, range: [0.5, 3], step: 0.05, source: cite('public-funds-tilt-2016', tiltSays, 'low') }) as const

const parameters = {
  size: {
    label: { en: 'Funding tilt (pot per pupil)', zh: '经费倾斜（生均资金）' },
    unit: 'yuan/pupil/year',
    default: 200,
    range: [0, 2000],
    step: 10,
    source: assumption({ en: 'a fifth to a quarter of the national base of 720 and 940 yuan', zh: '相当于国家基准定额720元和940元的五分之一到四分之一' }),
  },
  rural: weight('Weight of a rural pupil', '乡村学生权重', 1.3),
  small: weight('Weight of a pupil in a school under 100', '小规模学校权重', 1.3),
  weak: weight('Weight of a pupil in an under-resourced school', '薄弱学校学生权重', 1.3),
  boarding: weight('Weight of a boarder', '寄宿生权重', 1.2),
  migrant: weight('Weight of a migrant pupil', '随迁子女权重', 1.1),
  pot: {
    label: { en: 'Where the pot comes from', zh: '资金来源方式' },
    unit: 'choice',
    default: 'added',
    choices: {
      added: { en: 'Added to the budget', zh: '新增投入' },
      fixed: { en: 'Taken from all schools’ funds, pupil by pupil', zh: '总量不变，按学生数统筹后再分配' },
    },
    source: assumption({ en: 'both are in use; a fixed pot has losers', zh: '两种做法都有；总量不变时有学校减少' }),
  },
  payer: { label: { en: 'Who pays an added pot', zh: '新增投入承担方' }, unit: 'choice', default: 'county', choices: payers, source: assumption({ en: 'decided by each province', zh: '由各省确定' }) },
  leakage: {
    label: { en: 'Kept back before it reaches the school', zh: '未到学校的比例' },
    unit: 'share',
    default: 0,
    range: [0, 0.6],
    step: 0.05,
    source: assumption({ en: 'what schools themselves spend on other things is counted in the process of funding', zh: '学校自行挪作他用的部分在“经费”过程中另计' }),
  },
} as const

type Now = PolicyYear<typeof parameters>

/** Official bound of a small school: fewer are funded as if they were 100. */
const smallSchool = 100
const thousandths = 1000

/** A section’s weight, thousandths of a pupil: pupils, boarders and migrants with theirs, times what the section is. */
function weightOf({ county, set }: Now, s: number, weakness: number): number {
  const { sections } = county
  const pupils = sections.roll[s] + sections.boarders[s] * (set.boarding - 1) + sections.migrants[s] * (set.migrant - 1)
  const factor = (sections.kind[s] === 2 ? set.rural : 1) * (sections.roll[s] < smallSchool ? set.small : 1) * (weakness > 0 ? set.weak : 1)
  return Math.max(0, Math.round(pupils * factor * thousandths))
}

export const fundingTilt = definePolicy({
  id: 'funding-tilt',
  moment: 'budget',
  group: 'funding',
  text: {
    name: { en: 'Funding tilt', zh: '经费倾斜' },
    mechanism: {
      en: 'A pot of {size} is shared out by weighted pupils: a rural pupil counts {rural}, one in a small school {small}, one in an under-resourced school {weak}, a boarder {boarding}.',
      zh: '按{size}设立倾斜资金，依加权学生数分配：乡村学生按{rural}、不足百人学校学生按{small}、薄弱学校学生按{weak}、寄宿生按{boarding}计。',
    },
    caveat: {
      en: 'Inside a fixed pot every yuan gained is a yuan lost elsewhere; the table shows the losers. What money does to learning is known only from other countries, within a wide range.',
      zh: '总量不变时，一校所得即他校所失，受损学校在表中列出。投入对学业的作用主要来自国外研究，区间较宽。',
    },
    example: {
      en: 'National rule since 2016: tilt to boarding, small, migrant-receiving and under-resourced schools; schools under 100 pupils are funded as 100.',
      zh: '2016年起国家要求公用经费向寄宿制、小规模、随迁子女较多和薄弱学校倾斜，不足100人的学校按100人核定。',
    },
  },
  parameters,
  neutral: { size: 0 },
  levers: ['size', 'rural', 'weak', 'small', 'pot'],
  restsOn: ['funding.leak', 'funding.toEquipment', 'funding.toRooms', 'teaching.spending', 'teaching.equipment'],
  streams: ['funding-tilt.rounding'],
  touches: ['rules.fundsAdded'],
  act(now) {
    const { county, rules, ledger, set, covers, draws } = now
    const { sections } = county
    if (set.size === 0) return
    const { weakness } = look(county)
    const rows: number[] = []
    for (let s = 0; s < sections.count; s++) if (covers(s) && sections.roll[s] > 0) rows.push(s)
    const given = rows.map((s) => Math.round(set.size * sections.roll[s]))
    const pot = given.reduce((sum, yuan) => sum + yuan, 0)
    const shares = largestRemainder(pot, rows.map((s) => weightOf(now, s, weakness[s])), rows.map((s) => sections.id[s]), draws.lottery('funding-tilt.rounding'))
    rows.forEach((s, i) => {
      const yuan = set.pot === 'fixed' ? shares[i].places - given[i] : shares[i].places
      const kept = yuan > 0 ? Math.round(yuan * set.leakage) : 0
      rules.sections.fundsAdded[s] += yuan - kept
      const payer = set.pot === 'fixed' ? 'county' : set.payer
      if (yuan !== kept) ledger.spend('public-funds', s, yuan - kept, payer)
      if (kept !== 0) ledger.spend('management', s, kept, payer)
    })
  },
})

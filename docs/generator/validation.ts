import { facts, isInBand, openSigns, sources, type Bilingual, type Fact, type Finding, type SignFinding } from '../../src/engine/index.ts'
import { inBoth, plain, say, table, type Language, type Page } from './page.ts'

/** What `npm run validate` found: kept as a file, from which the report is printed. */
export interface Validation {
  readonly engine: string
  readonly numbers: number
  readonly county: string
  readonly drawn: number
  readonly accepted: number
  readonly sets: number
  readonly replicates: number
  readonly findings: readonly Finding[]
  /** The same facts in every shipped county at default parameters, mean of a few replicates. */
  readonly counties: readonly { readonly id: string; readonly title: Bilingual; readonly figures: Readonly<Record<string, number>> }[]
  /** Effect on all pupils with every deciding constant at the end of its range that favours the policy, and at the other. */
  readonly edges: readonly { readonly id: string; readonly best: number; readonly worst: number }[]
  readonly signs: readonly { readonly id: string; readonly all: SignFinding; readonly weaker: SignFinding }[]
}

const units: Readonly<Record<Fact['unit'], Bilingual>> = {
  share: { en: '', zh: '' },
  SD: { en: ' SD', zh: '个标准差' },
  years: { en: ' years', zh: '年' },
  points: { en: ' points', zh: '个百分点' },
  'points a year': { en: ' points a year', zh: '个百分点/年' },
  ratio: { en: '', zh: '' },
  'calendar year': { en: '', zh: '年' },
}

const places = (unit: Fact['unit']): number => (unit === 'share' || unit === 'SD' ? 3 : unit === 'calendar year' ? 0 : 2)

/** A figure as the report writes it. */
export const figure = (value: number, fact: Fact): string => (value === value ? value.toFixed(places(fact.unit)).replace('-', '−') : '–')

function bandText(fact: Fact): string {
  const [low, high] = fact.band
  if (fact.unit === 'points' && high >= 100) return `≥ ${plain(low)}`
  return low === high ? plain(low) : `${plain(low)} … ${plain(high)}`
}

/** Pass or fail in words. */
export const verdictText = (passes: boolean, language: Language): string => (language === 'en' ? (passes ? 'pass' : '**fail**') : passes ? '通过' : '**未通过**')

function row(fact: Fact, finding: Finding, language: Language): readonly string[] {
  const isOne = finding.runs === 1
  return [
    fact.id,
    say(fact.statement, language),
    fact.target === null ? '–' : plain(fact.target),
    bandText(fact),
    `${figure(finding.result, fact)}${say(units[fact.unit], language)}`,
    isOne ? '–' : `${figure(finding.low, fact)} … ${figure(finding.high, fact)}`,
    isOne ? '–' : language === 'en' ? `${finding.inBand} of ${finding.runs}` : `${finding.runs}次中${finding.inBand}次`,
    finding.knowledgeShare === finding.knowledgeShare ? `${Math.round(100 * finding.knowledgeShare)}%` : '–',
    verdictText(finding.passes, language),
  ]
}

const uses: Readonly<Record<Fact['use'], Bilingual>> = {
  fact: { en: 'Published facts', zh: '公开事实' },
  code: { en: 'Arithmetic the code must reproduce', zh: '程序须复现的算术关系' },
  control: { en: 'Negative controls', zh: '阴性对照' },
}

const titleOf = (source: string): string => (sources as Readonly<Record<string, { readonly title: Bilingual } | undefined>>)[source]?.title.en ?? source
const titleZhOf = (source: string): string => (sources as Readonly<Record<string, { readonly title: Bilingual } | undefined>>)[source]?.title.zh ?? source

function notes(findings: readonly Finding[], language: Language): string {
  const known = new Map(findings.map((finding) => [finding.id, finding]))
  return facts
    .filter(({ id }) => known.has(id))
    .map((fact) => {
      const source = language === 'en' ? titleOf(fact.source) : titleZhOf(fact.source)
      const note = fact.note === undefined ? '' : ` ${say(fact.note, language)}`
      return `* **${fact.id}** (${verdictText(known.get(fact.id)!.passes, language)}) ${say(fact.measured, language)}${language === 'en' ? '.' : '。'}${note} _${source}_`
    })
    .join('\n')
}

function intro(v: Validation, language: Language): string {
  const passed = v.findings.filter((finding) => finding.passes).length
  const { sets, replicates, drawn, accepted, county, engine, numbers } = v
  return language === 'en'
    ? `${passed} of ${v.findings.length} statements pass. Read off ${sets * replicates} runs of \`${county}\`: ${sets} parameter sets, each with ${replicates} replicates of chance. The sets are the first of ${accepted} that history matching kept out of ${drawn} drawn over the ranges of the evidence ([the sets](accepted-parameter-sets.json)). A statement passes if the mean over all runs lies in its band; the last columns say how many single runs do, and which part of the spread between runs comes from the parameters rather than from chance. Failures stay in the table: a fact that the model misses is information. Engine ${engine}, numbers ${numbers}.`
    : `${v.findings.length}条中${passed}条通过。依据 \`${county}\` 的${sets * replicates}次模拟：${sets}组参数，每组${replicates}次随机重复。参数组取自在依据范围内抽取的${drawn}组中经历史匹配保留的${accepted}组（[参数组](accepted-parameter-sets.json)）。各次模拟的均值落在通过范围内即为通过；后两列为单次模拟落在范围内的次数，以及各次之间的差异有多少来自参数不确定性而非随机性。未通过的不隐去：模型达不到的事实也是信息。模型版本${engine}，数值版本${numbers}。`
}

const spread = ({ low, median, high }: SignFinding): string => `${median.toFixed(3)} (${low.toFixed(3)} … ${high.toFixed(3)})`.replaceAll('-', '−')
const gains = ({ gains, sets }: SignFinding, language: Language): string => (language === 'en' ? `${gains} of ${sets}` : `${sets}组中${gains}组`)

function signTable(validation: Validation, language: Language): string {
  const known = new Map(validation.signs.map((sign) => [sign.id, sign]))
  const edges = new Map(validation.edges.map(({ id, best, worst }) => [id, `${worst.toFixed(3)} … ${best.toFixed(3)}`.replaceAll('-', '−')]))
  const rows = openSigns(0).flatMap(({ id, statement }) => {
    const sign = known.get(id)
    return sign === undefined ? [] : [[say(statement, language), spread(sign.all), gains(sign.all, language), spread(sign.weaker), gains(sign.weaker, language), edges.get(id) ?? '–']]
  })
  return table(
    language === 'en'
      ? ['policy', 'all pupils, SD', 'sets with a gain', 'where schools were weaker, SD', 'sets with a gain', 'all pupils at the edges of the evidence']
      : ['政策', '全体学生（标准差）', '有增益的参数组', '原薄弱学校片区（标准差）', '有增益的参数组', '依据范围两端（全体学生）'],
    rows,
  )
}

const signsIntro: Bilingual = {
  en: 'Where the evidence leaves a sign open, the model must be able to come out on either side. Effect on the mean score after four years against the status quo, same chance, over parameter sets drawn from the ranges of the evidence: median, and 5 to 95% of sets; in the last column every constant that decides the sign stands at the end of its range that speaks against the policy, then at the one that speaks for it. A policy that gains in no set, or in all, says that within these ranges its losses or gains outweigh the rest; it is not a measured fact.',
  zh: '凡依据未定方向的政策，模型须能得出正负两种结果。以下为四年后平均成绩与维持现状之差，随机因素相同，参数组取自依据范围：中位数及5%—95%区间；末栏为决定方向的各参数取依据范围两端时的结果，先列最不利、后列最有利。若某项政策在全部参数组中都为正或都为负，只说明在这些范围内其得失何者占优，并非实测事实。',
}

function countyTable(validation: Validation, language: Language): string {
  const { counties } = validation
  const shown = facts.filter(({ id }) => counties.some(({ figures }) => figures[id] !== undefined))
  return table(
    [language === 'en' ? 'id' : '编号', language === 'en' ? 'statement' : '内容', language === 'en' ? 'band' : '通过范围', ...counties.map(({ title }) => say(title, language))],
    shown.map((fact) => [
      fact.id,
      say(fact.statement, language),
      bandText(fact),
      ...counties.map(({ figures }) => {
        const value = figures[fact.id] ?? NaN
        return `${figure(value, fact)}${isInBand(fact, value) ? '' : language === 'en' ? ' (outside)' : '（范围外）'}`
      }),
    ]),
  )
}

/** A kept validation: JSON has no NaN, so a missing spread is written as null. */
export function readValidation(text: string): Validation {
  return JSON.parse(text, (_, value: unknown) => (value === null ? NaN : value)) as Validation
}

/** The validation report in both languages. */
export const validationPages = (validation: Validation): Page[] =>
  inBoth('generated/validation', (language) => {
    const en = language === 'en'
    const known = new Map(validation.findings.map((finding) => [finding.id, finding]))
    const head = en
      ? ['id', 'statement', 'published', 'band', 'model', '5 to 95% of runs', 'runs in band', 'parameters, share', 'verdict']
      : ['编号', '内容', '公开值', '通过范围', '模型结果', '5%—95%区间', '落在范围内', '参数不确定性占比', '结论']
    return [
      en ? '# What the model gets right and wrong' : '# 模型与事实的符合程度',
      en ? '_Written by `npm run validate`._' : '_由 `npm run validate` 生成。_',
      intro(validation, language),
      ...(['fact', 'code', 'control'] as const).flatMap((use) => [
        `## ${say(uses[use], language)}`,
        table(head, facts.filter((fact) => fact.use === use && known.has(fact.id)).map((fact) => row(fact, known.get(fact.id)!, language))),
      ]),
      en ? '## The three counties at default parameters' : '## 默认参数下的三个示例县',
      en
        ? 'The sets above were matched on one county. The others differ from it on purpose, and some facts are about an average county: where hardly any village schools are left, their share cannot fall by a point a year.'
        : '以上参数组仅按一个县匹配。其余各县有意不同，部分事实针对一般县：乡村学校所剩无几的地方，其占比不可能每年再降一个百分点。',
      countyTable(validation, language),
      en ? '## Signs that the evidence leaves open' : '## 依据未定方向的效应',
      say(signsIntro, language),
      signTable(validation, language),
      en ? '## How each is measured, and what to know' : '## 测量方法与说明',
      notes(validation.findings, language),
    ].join('\n\n')
  })

import { columnsOf, enteredItems, items, measures, placeKinds, purposes, payers, sources, unitNames, type Bilingual, type EnteredPart, type Level } from '../../src/engine/index.ts'
import { columnNames } from './column-names.ts'
import { citation, confidence, generatedNote, inBoth, plain, say, table, type Language, type Page } from './page.ts'

const tableNames: Readonly<Record<string, Bilingual>> = {
  places: { en: 'Places', zh: '地点' },
  schools: { en: 'Schools', zh: '学校' },
  sections: { en: 'Sections', zh: '校部' },
  teachers: { en: 'Teachers', zh: '教师' },
  pupils: { en: 'Pupils', zh: '学生' },
  blocks: { en: 'Cohort blocks', zh: '届' },
  classes: { en: 'Classes', zh: '班级' },
  slots: { en: 'Class slots', zh: '班级位' },
  options: { en: 'Schools in reach of a place', zh: '各地可选学校' },
  seniors: { en: 'Key senior highs', zh: '优质普通高中' },
}

/** Meaning of a column in a language; empty where the Chinese wording is missing, which a test refuses. */
export const meaningOf = (name: string, column: string, english: string, language: Language): string =>
  language === 'en' ? english : (columnNames[name]?.[column] ?? '')

/** State variables: every column of every table. */
export const statePages = (): Page[] =>
  inBoth('generated/state', (language) =>
    [
      language === 'en' ? '# State variables' : '# 状态变量',
      generatedNote[language],
      ...Object.entries(columnsOf).flatMap(([name, columns]) => [
        `## ${say(tableNames[name] ?? { en: name, zh: name }, language)} \`${name}\``,
        table(
          language === 'en' ? ['column', 'kind', 'meaning'] : ['列', '存储', '含义'],
          Object.entries(columns).map(([column, { kind, meaning }]) => [`\`${column}\``, kind, meaningOf(name, column, meaning, language)]),
        ),
      ]),
      language === 'en'
        ? `Kinds of place: ${placeKinds.join(', ')}. Purposes of the ledger: ${purposes.join(', ')}. Payers: ${payers.join(', ')}.`
        : `地点类型：城区、镇区、乡村。台账用途：${purposes.join('、')}。负担方：${payers.join('、')}。`,
    ].join('\n\n'),
  )

type Limits = Readonly<Partial<Record<Level, { readonly atMost: number } | { readonly atLeast: number }>>>

/** Limits of a measure, primary and junior; nothing where it has none. */
function limits(thresholds: Limits): readonly string[] {
  const each = (['primary', 'junior'] as const).map((level) => thresholds[level])
  if (each.every((limit) => limit === undefined)) return []
  return [each.map((limit) => (limit === undefined ? '–' : 'atMost' in limit ? `≤ ${plain(limit.atMost)}` : `≥ ${plain(limit.atLeast)}`)).join(' / ')]
}

const standings: Readonly<Record<'official' | 'proxy' | 'research', Bilingual>> = {
  official: { en: 'official', zh: '官方' },
  proxy: { en: 'proxy', zh: '替代' },
  research: { en: 'research', zh: '研究' },
}

/** What a part entered by hand may be, and what it must reach. */
function askedOf({ number, none }: EnteredPart, language: Language): readonly [string, string] {
  const nothing = none === undefined ? '' : language === 'en' ? ` or "none" (${none.en})` : `，或 "none"（${none.zh}）`
  if (number === undefined) return [`\`true\`, \`false\`${nothing}`, '`true`']
  const { atLeast, below, atLeastPart, range, unit } = number
  const least = typeof atLeast === 'object' ? Object.entries(atLeast).map(([from, value]) => (from === '0' ? plain(value) : `${from}: ${plain(value)}`)).join('; ') : atLeast === undefined ? '' : plain(atLeast)
  const must = atLeastPart !== undefined ? `≥ \`${atLeastPart}\`` : below !== undefined ? `< ${plain(below)}` : least === '' ? '–' : `≥ ${least}`
  return [`${plain(range[0])} – ${plain(range[1])}, ${unitNames[unit][language]}${nothing}`, must]
}

/** Official items and all measures with formula, standard and source. */
export const indicatorPages = (): Page[] =>
  inBoth('generated/indicators', (language) => {
    const en = language === 'en'
    return [
      en ? '# Items and measures' : '# 指标与测度',
      generatedNote[language],
      en ? '## Official items' : '## 官方指标',
      table(
        en ? ['id', 'regime', 'item', 'unit', 'standard, primary / junior', 'formula', 'source'] : ['编号', '标准', '指标', '单位', '标准值（小学/初中）', '公式', '来源'],
        items.map((item) => [
          `\`${item.id}\``,
          item.regime === 'balance-2017' ? '2017' : '2012',
          say(item.text.name, language),
          unitNames[item.unit][language],
          item.standard === undefined ? '–' : `${plain(item.standard.primary)} / ${plain(item.standard.junior)}`,
          item.formula[language],
          citation(item.source, language),
        ]),
      ),
      en ? '## Measures' : '## 测度',
      ...measures.flatMap((measure) => [
        `### ${say(measure.text.name, language)} \`${measure.id}\``,
        [
          [say(standings[measure.standing], language), unitNames[measure.unit][language], ...limits(measure.thresholds)].join(' · '),
          say(measure.text.reading, language),
          `\`${measure.formula[language]}\``,
          `${citation(measure.source, language)} (${confidence(measure.source, language)})`,
        ].join('\n\n'),
      ]),
      en ? '## Official items entered by hand' : '## 人工填报的官方指标',
      table(
        en ? ['item', 'part', 'what', 'value', 'must be', 'per school'] : ['指标', '栏目', '内容', '取值', '要求', '逐校'],
        Object.entries(enteredItems).flatMap(([item, parts]) => parts.map((part) => [`\`${item}\``, `\`${part.id}\``, say(part.label, language), ...askedOf(part, language), part.perSchool ? (en ? 'yes' : '是') : '–'])),
      ),
    ].join('\n\n')
  })

const kinds: Readonly<Record<string, Bilingual>> = {
  document: { en: 'National documents', zh: '国家文件' },
  'local-rule': { en: 'Local rules', zh: '地方规定' },
  unattributed: { en: 'Texts and figures that do not name who issued them', zh: '未注明来源单位的文件和数据' },
  statistic: { en: 'Statistics', zh: '统计数据' },
  study: { en: 'Studies', zh: '研究' },
  derived: { en: 'Derived', zh: '推算' },
  assumption: { en: 'Assumption', zh: '假设' },
}

const checks: Readonly<Record<string, Bilingual>> = {
  read: { en: 'read at the issuer or author', zh: '已阅原页' },
  'second-hand': { en: 'seen on a copy or in the news', zh: '据转载' },
  unconfirmed: { en: 'not opened', zh: '未核对' },
}

/** Every source with how far it was checked. */
export const sourcePages = (): Page[] =>
  inBoth('generated/sources', (language) =>
    [
      language === 'en' ? '# Sources' : '# 来源',
      generatedNote[language],
      ...Object.entries(kinds).flatMap(([kind, name]) => [
        `## ${say(name, language)}`,
        table(
          language === 'en' ? ['id', 'title', 'year', 'checked'] : ['标识', '名称', '年份', '核对情况'],
          Object.entries(sources)
            .filter(([, source]) => source.kind === kind)
            .map(([id, source]) => {
              const { year, url } = source as { readonly year?: number; readonly url?: string }
              const title = say(source.title, language)
              return [`\`${id}\``, url === undefined ? title : `[${title}](${url})`, year ?? '', say(checks[source.checked]!, language)]
            }),
        ),
      ]),
    ].join('\n\n'),
  )

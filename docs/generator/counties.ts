import { readFileSync, readdirSync } from 'node:fs'
import { isMet, placeKinds, schoolForms, targetAgainstBuilt, tolerance, type Bilingual, type CountyDescription } from '../../src/engine/index.ts'
import { generatedNote, inBoth, plain, say, table, type Language, type Page } from './page.ts'

const folder = 'scenarios/counties'

/** The shipped counties, in the order of their names. */
export const shippedCounties = (): readonly CountyDescription[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as CountyDescription)

const names: Readonly<Record<string, Bilingual>> = {
  roll: { en: 'pupils on roll', zh: '在校生数' },
  area: { en: 'teaching area, m² per pupil', zh: '生均教学及辅助用房面积（平方米）' },
  sports: { en: 'sports area, m² per pupil', zh: '生均体育运动场馆面积（平方米）' },
  equipment: { en: 'equipment, yuan per pupil', zh: '生均教学仪器设备值（元）' },
  multimedia: { en: 'multimedia rooms per 100', zh: '每百名学生网络多媒体教室（间）' },
  computers: { en: 'computers per 100', zh: '每百名学生计算机（台）' },
  books: { en: 'books per pupil', zh: '生均图书（册）' },
  teachers: { en: 'teachers per 100', zh: '每百名学生教师（人）' },
  aboveDegree: { en: 'above-degree teachers per 100', zh: '每百名学生高于规定学历教师（人）' },
  midRank: { en: 'teachers of middle rank or above per 100', zh: '每百名学生中级及以上教师（人）' },
  backbone: { en: 'backbone teachers per 100', zh: '每百名学生骨干教师（人）' },
  peArts: { en: 'PE and arts teachers per 100', zh: '每百名学生体艺教师（人）' },
}

const forms: Readonly<Record<string, Bilingual>> = {
  'teaching-point': { en: 'teaching points', zh: '教学点' },
  primary: { en: 'primary schools', zh: '小学' },
  'nine-year': { en: 'nine-year schools', zh: '九年一贯制学校' },
  junior: { en: 'junior schools', zh: '初中' },
  'complete-secondary': { en: 'complete secondary schools', zh: '完全中学' },
  'twelve-year': { en: 'twelve-year schools', zh: '十二年一贯制学校' },
}

const levelNames = { primary: { en: 'primary', zh: '小学' }, junior: { en: 'junior', zh: '初中' } } as const
const kinds: Readonly<Record<string, Bilingual>> = {
  published: { en: 'published', zh: '公开数据' },
  derived: { en: 'derived', zh: '推算' },
  assumption: { en: 'assumption', zh: '假设' },
}

const digits = (value: number, places: number): string => (value === value ? value.toFixed(places) : '–')

function schoolTable(county: CountyDescription, language: Language): string {
  const counts = schoolForms.map((form) => placeKinds.map((kind) => county.schools.filter((g) => g.form === form && g.kind === kind).reduce((sum, g) => sum + g.count, 0)))
  return table(
    language === 'en' ? ['', 'county town', 'township', 'rural'] : ['', '城区', '镇区', '乡村'],
    schoolForms.flatMap((form, i) => (counts[i]!.some((n) => n > 0) ? [[say(forms[form]!, language), ...counts[i]!]] : [])),
  )
}

function comparisonTable(county: CountyDescription, language: Language): string {
  const head =
    language === 'en'
      ? ['stage', 'figure', 'target mean', 'built mean', 'target CV', 'built CV', 'met']
      : ['学段', '数据', '目标均值', '建成均值', '目标差异系数', '建成差异系数', '符合']
  return table(
    head,
    targetAgainstBuilt(county).map((c) => {
      const places = c.what === 'roll' || c.what === 'equipment' ? 0 : 3
      return [
        say(levelNames[c.level], language),
        say(names[c.what]!, language),
        digits(c.targetMean, places),
        digits(c.builtMean, places),
        digits(c.targetCv, 3),
        digits(c.builtCv, 3),
        isMet(c) ? '✓' : '✕',
      ]
    }),
  )
}

function section(county: CountyDescription, language: Language): string {
  const en = language === 'en'
  return [
    `## ${say(county.title, language)} \`${county.id}\``,
    say(county.about, language),
    schoolTable(county, language),
    en ? '### Target against built' : '### 目标值与建成值',
    comparisonTable(county, language),
    en ? '### Where each figure comes from' : '### 各项数据来源',
    table(
      en ? ['figure', 'kind', 'source', 'note'] : ['数据', '性质', '来源', '说明'],
      county.sources.map((s) => [`\`${s.path}\``, say(kinds[s.kind]!, language), s.url === undefined ? s.source : `[${s.source}](${s.url})`, say(s.note, language)]),
    ),
  ].join('\n\n')
}

/** Target against built, and the source of every figure, for each shipped county. */
export const countyPages = (): Page[] => {
  const counties = shippedCounties()
  return inBoth('generated/counties', (language) =>
    [
      language === 'en' ? '# The shipped counties: target against built' : '# 示例县：目标值与建成值',
      generatedNote[language],
      language === 'en'
        ? `Measured by the official items over the sections that they assess (teaching points under 50 pupils left out). Met: mean within ${plain(100 * tolerance.mean)}%, rolls within ${plain(100 * tolerance.roll)}%, coefficient within 0.02 or 5% of itself.`
        : `按官方指标口径测算，不含50人以下教学点。符合标准：均值相差不超过${plain(100 * tolerance.mean)}%，在校生数不超过${plain(100 * tolerance.roll)}%，差异系数相差不超过0.02或其5%。`,
      ...counties.map((county) => section(county, language)),
    ].join('\n\n'),
  )
}

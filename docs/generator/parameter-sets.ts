import { behaviourGroups, matchedDimensions, parameterSets, policies, rangeOfDimension, shortSet, type Dimension, type Parameters } from '../../src/engine/index.ts'
import { citation, confidence, generatedNote, inBoth, plain, say, table, type Language, type Page } from './page.ts'

const mark = 'policy:'

function declaredAt(name: string) {
  const isPolicy = name.startsWith(mark)
  const [owner, key] = (isPolicy ? name.slice(mark.length) : name).split('.') as [string, string]
  const groups: readonly { readonly id: string; readonly parameters: Parameters }[] = isPolicy ? policies : behaviourGroups
  return groups.find(({ id }) => id === owner)!.parameters[key]!
}

const priors = { triangular: { en: 'triangular, most likely at the default', zh: '三角分布，默认值最可能' }, lognormal: { en: 'lognormal, median at the default', zh: '对数正态，中位数为默认值' }, choice: { en: 'each equally likely', zh: '各种取法等可能' } } as const

function rows(dimensions: readonly Dimension[], language: Language): string {
  return table(
    language === 'en' ? ['', 'parameter', 'meaning', 'default', 'drawn from', 'prior', 'confidence', 'source'] : ['', '参数', '含义', '默认值', '抽取范围', '先验', '可信度', '来源'],
    dimensions.flatMap(({ parameters, prior }, i) =>
      parameters.map((name) => {
        const parameter = declaredAt(name)
        const range = rangeOfDimension(name, parameter)
        const standard = parameter.unit === 'choice' ? say(parameter.choices[parameter.default] ?? parameter.label, language) : plain(parameter.default)
        const drawn = range.map((end) => (typeof end === 'number' ? plain(end) : end)).join(' … ')
        return [i + 1, `\`${name.replace(mark, '')}\``, say(parameter.label, language), standard, drawn, priors[prior][language], confidence(parameter.source, language), citation(parameter.source, language)]
      }),
    ),
  )
}

/** What varies between parameter sets. */
export const parameterSetPages = (): Page[] =>
  inBoth('generated/parameter-sets', (language) =>
    [
      language === 'en' ? '# What varies between parameter sets' : '# 参数组变动的内容',
      generatedNote[language],
      language === 'en' ? 'Parameters with the same number move together.' : '编号相同的参数一起变动。',
      language === 'en' ? '## The short set' : '## 简表',
      rows(shortSet, language),
      language === 'en' ? '## History matching' : '## 历史匹配',
      rows(matchedDimensions, language),
      language === 'en' ? `The first set of seed “example”: \`${JSON.stringify(parameterSets(shortSet, { processes: behaviourGroups, policies }, 1, 'example')[0]!.behaviour)}\`` : `种子“example”的第一组：\`${JSON.stringify(parameterSets(shortSet, { processes: behaviourGroups, policies }, 1, 'example')[0]!.behaviour)}\``,
    ].join('\n\n'),
  )

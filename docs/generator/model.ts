import type { AnyPolicy, AnyProcess, Bilingual, Parameter, Parameters } from '../../src/engine/index.ts'
import { behaviourGroups, policies, theYear } from '../../src/engine/index.ts'
import { fillText } from '../../src/words/fill.ts'
import { citation, confidence, generatedNote, inBoth, say, table, values, type Language, type Page } from './page.ts'

type Step = (typeof theYear)[number]

const isProcess = (step: Step): step is Extract<Step, AnyProcess> => 'bind' in step

/** The processes, in the order of the year. */
export const processesOfYear = (): readonly AnyProcess[] => (theYear as readonly Step[]).filter(isProcess)

const momentNames = {
  review: { en: 'review of last year’s published record', zh: '对照上年公布结果' },
  network: { en: 'network of schools', zh: '学校布局' },
  budget: { en: 'budget', zh: '预算' },
  posting: { en: 'posting of teachers', zh: '教师调配' },
  admission: { en: 'rules of admission', zh: '招生规则' },
  teaching: { en: 'teaching', zh: '教学' },
} as const

const columns = (names: readonly string[]): string => (names.length === 0 ? '' : names.map((name) => `\`${name}\``).join(', '))

function scheduleRow(step: Step, position: number, language: Language): readonly (string | number)[] {
  if (isProcess(step)) {
    const process: AnyProcess = step
    return [position, `**${say(process.text.name, language)}** \`${process.id}\``, say(process.text.summary, language), columns(process.touches)]
  }
  const acting = policies.filter((policy: AnyPolicy) => policy.moment === step.moment)
  const names = acting.map((policy: AnyPolicy) => say(policy.text.name, language)).join(language === 'en' ? ', ' : '、')
  return [position, `_${momentNames[step.moment][language]}_ \`${step.moment}\``, language === 'en' ? `policies act: ${names}` : `政策作用：${names}`, '']
}

/** Process overview and scheduling. */
export const schedulePages = (): Page[] =>
  inBoth('generated/schedule', (language) =>
    [
      language === 'en' ? '# The school year, step by step' : '# 一个学年的步骤',
      generatedNote[language],
      table(
        language === 'en' ? ['', 'step', 'what happens', 'changes'] : ['', '步骤', '内容', '改变的列'],
        (theYear as readonly Step[]).map((step, i) => scheduleRow(step, i + 1, language)),
      ),
    ].join('\n\n'),
  )

const parameterHead: Readonly<Record<Language, readonly string[]>> = {
  en: ['parameter', 'meaning', 'unit', 'default', 'range', 'confidence', 'source'],
  zh: ['参数', '含义', '单位', '默认值', '范围', '可信度', '来源'],
}

/** Table of parameters with unit, default, range, confidence and source. */
export const parameterTable = (parameters: Parameters, language: Language): string =>
  table(
    parameterHead[language],
    Object.entries(parameters).map(([name, parameter]: [string, Parameter]) => [
      `\`${name}\``,
      say(parameter.label, language),
      ...values(parameter, language),
      confidence(parameter.source, language),
      citation(parameter.source, language),
    ]),
  )

/** Every constant of every process. */
export const parameterPages = (): Page[] =>
  inBoth('generated/parameters', (language) =>
    [
      language === 'en' ? '# Parameters of the processes' : '# 各过程的参数',
      generatedNote[language],
      language === 'en'
        ? 'A scenario changes one under `behaviour`, by `process.parameter`.'
        : '方案文件在 `behaviour` 中以 `过程.参数` 修改。',
      ...processesOfYear().flatMap((process) => [
        `## ${say(process.text.name, language)} \`${process.id}\``,
        say(process.text.summary, language),
        Object.keys(process.parameters).length === 0 ? (language === 'en' ? 'No parameters.' : '无参数。') : parameterTable(process.parameters, language),
      ]),
      language === 'en' ? '## The builder of counties `origins`' : '## 县的建成 `origins`',
      language === 'en' ? 'What is drawn before the first year.' : '首年之前的抽取。',
      ...behaviourGroups.filter(({ id }) => id === 'origins').map(({ parameters }) => parameterTable(parameters, language)),
    ].join('\n\n'),
  )

/** All policies in one table, each linked to its page. */
export const policyPages = (): Page[] =>
  inBoth('generated/policies', (language) =>
    [
      language === 'en' ? '# Policies' : '# 政策',
      generatedNote[language],
      table(
        language === 'en' ? ['policy', 'id', 'moment', 'main levers'] : ['政策', '标识', '时点', '主要政策项'],
        policies.map((policy: AnyPolicy) => [
          `[${say(policy.text.name, language)}](../policies/${policy.id}${language === 'en' ? '' : '.zh'}.md)`,
          `\`${policy.id}\``,
          momentNames[policy.moment][language],
          policy.levers.map((name) => say((policy.parameters as Parameters)[name]!.label, language)).join(language === 'en' ? '; ' : '；'),
        ]),
      ),
    ].join('\n\n'),
  )

/** A policy’s text with the default of every lever in its slots. */
function filled(text: Bilingual, parameters: Parameters, language: Language): string {
  const defaults = Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]))
  return fillText(text, parameters, defaults, language)
}

const neutralOf = (policy: AnyPolicy): string =>
  Object.entries(policy.neutral as Readonly<Record<string, number | string>>)
    .map(([name, value]) => `\`${name}\` = ${value}`)
    .join(', ')

/** What a policy’s effect rests on beside its own parameters; nothing where all of it is its own. */
function behind(policy: AnyPolicy, language: Language): readonly string[] {
  if (policy.restsOn === undefined) return []
  const known = policy.restsOn.map((name): readonly [string, Parameter] => {
    const [process, parameter] = name.split('.') as [string, string]
    return [name, behaviourGroups.find(({ id }) => id === process)!.parameters[parameter]!]
  })
  return [language === 'en' ? '## What its effect rests on' : '## 作用所依据的参数', parameterTable(Object.fromEntries(known), language)]
}

function policyPage(policy: AnyPolicy, language: Language): string {
  const parameters = policy.parameters as Parameters
  const en = language === 'en'
  return [
    `# ${say(policy.text.name, language)} \`${policy.id}\``,
    generatedNote[language],
    en ? '## In the world' : '## 现实中的做法',
    say(policy.text.example, language),
    en ? '## In the model' : '## 模型中的机制',
    filled(policy.text.mechanism, parameters, language),
    en
      ? `Acts at the moment _${momentNames[policy.moment].en}_ of the year. Neutral: ${neutralOf(policy)}; a run with it equals a run without the policy, bit for bit. It may change ${columns(policy.touches)}.`
      : `作用于学年中的“${momentNames[policy.moment].zh}”时点。中性取值：${neutralOf(policy)}，此时结果与不采用该政策逐位相同。可改变的列：${columns(policy.touches)}。`,
    en ? '## Levers and evidence' : '## 政策项与依据',
    parameterTable(parameters, language),
    ...behind(policy, language),
    en ? '## What it cannot show' : '## 不能说明什么',
    say(policy.text.caveat, language),
    en
      ? `[Scenario](../../scenarios/${policy.id}.json) · [all policies](../generated/policies.md) · [how the model works](../odd.md)`
      : `[方案文件](../../scenarios/${policy.id}.json) · [全部政策](../generated/policies.zh.md) · [模型说明](../odd.zh.md)`,
  ].join('\n\n')
}

/** A page per policy. */
export const policyPagesEach = (): Page[] => policies.flatMap((policy: AnyPolicy) => inBoth(`policies/${policy.id}`, (language) => policyPage(policy, language)))

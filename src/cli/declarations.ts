/*
 * Declarations as plain objects: what `list --json` prints. Functions are left out; citations carry their source.
 */
import {
  behaviourGroups,
  countyGovernment2012,
  governmentItems,
  items,
  measures,
  processes,
  qualityItems,
  sources,
  type AnyPolicy,
  type AnyProcess,
  type ChecklistItem,
  type Citation,
  type Item,
  type Measure,
  type Parameter,
  type Parameters,
  type Source,
} from '../engine/index.ts'
import { ownRegistry } from '../scenario/own-registry.ts'
import { allotmentRuleJsonSchema } from '../roster/index.ts'
import { scenarioJsonSchema } from '../scenario/json-schema.ts'

const sourceOf = (id: string): Source | undefined => (sources as Readonly<Record<string, Source>>)[id]

const cited = ({ source, says, confidence }: Citation) => ({ id: source, says, confidence, ...sourceOf(source) })

function lever(id: string, parameter: Parameter) {
  const { label, unit, source } = parameter
  if (parameter.unit === 'choice') return { id, label, unit, default: parameter.default, choices: parameter.choices, source: cited(source) }
  const { range, step } = parameter
  return { id, label, unit, default: parameter.default, range, ...(step === undefined ? {} : { step }), source: cited(source) }
}

const leversOf = (parameters: Parameters) => Object.entries(parameters).map(([id, parameter]) => lever(id, parameter))

const policyDeclaration = (policy: AnyPolicy) => {
  const { id, moment, group, text, neutral, marks, levers: main, streams, touches } = policy
  return { id, moment, group, text, levers: leversOf(policy.parameters as Parameters), main, neutral, marks: marks ?? {}, streams, touches }
}

const processDeclaration = (process: AnyProcess) => {
  const { id, text, streams, reads, touches } = process
  return { id, text, parameters: leversOf(process.parameters as Parameters), streams, reads, touches }
}

const itemDeclaration = ({ id, regime, text, unit, per, formula, standard, source }: Item) => ({
  id,
  kind: 'item',
  standing: 'official',
  regime,
  text,
  unit,
  per,
  formula,
  standard: standard ?? null,
  source: cited(source),
})

const measureDeclaration = ({ id, standing, text, unit, better, formula, thresholds, only, source }: Measure) => ({
  id,
  kind: 'measure',
  standing,
  text,
  unit,
  better,
  formula,
  thresholds,
  levels: only === undefined ? ['primary', 'junior'] : [only],
  source: cited(source),
})

/** An item of an official list beyond the per-pupil ones, with how this tool treats it: none is passed in silence. */
const checklistDeclaration =
  (regime: 'balance-2017' | 'balance-2012') =>
  ({ id, text, handling, measures: by, limit, source }: ChecklistItem) => ({
    id,
    kind: 'list',
    standing: 'official',
    regime,
    text,
    handling,
    measures: by,
    limit: limit ?? null,
    source: cited(source),
  })

/** Behaviour parameters that belong to no process: what the county is built from. */
export const otherGroups = behaviourGroups.filter(({ id }) => !processes.some((process) => process.id === id))

/** Everything that `list` can print, by name. */
export const declarations = {
  policies: () => ownRegistry.policies.map(policyDeclaration),
  processes: () => [
    ...processes.map(processDeclaration),
    ...otherGroups.map(({ id, parameters }) => ({ id, parameters: leversOf(parameters) })),
  ],
  indicators: () => [
    ...items.map(itemDeclaration),
    ...measures.map(measureDeclaration),
    ...[...governmentItems, ...qualityItems].map(checklistDeclaration('balance-2017')),
    ...countyGovernment2012.map(checklistDeclaration('balance-2012')),
  ],
  sources: () => Object.entries(sources as Readonly<Record<string, Source>>).map(([id, source]) => ({ id, ...source })),
  schema: () => scenarioJsonSchema(ownRegistry),
  'rule-schema': () => allotmentRuleJsonSchema(),
} as const

export type Listed = keyof typeof declarations
export const listable = Object.keys(declarations) as readonly Listed[]

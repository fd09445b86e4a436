import type { Parameter, Parameters } from '../declare.ts'
import { expectThat } from '../kernel/expect.ts'
import { exp, log, normalQuantile } from '../kernel/math.ts'
import { seedWords } from '../kernel/seed.ts'
import type { PolicyUse, Scenario } from '../scenario.ts'
import { rangeOfDimension } from './evidence-ranges.ts'
import { scrambledSobol, sobolDimensions } from './sobol.ts'

/*
 * What nobody knows, as opposed to luck. A parameter set is one state of knowledge that the evidence allows: a value for each
 * uncertain constant. Sets are spread evenly over the ranges; each is run with the same replicates.
 */

/** One thing nobody knows exactly. Parameters named together move together: the same rank within each one’s range. */
export interface Dimension {
  /** Short name of the evidence it stands for. */
  readonly id: string
  /** `teaching.persistence` for a process, `policy:teacher-rotation.sameLevel` for a constant of a policy. */
  readonly parameters: readonly string[]
  /** How likelihood falls off from the default towards the ends of the range. */
  readonly prior: 'triangular' | 'lognormal' | 'choice'
}

/** Twelve things that carry most of the uncertainty that matters for policies; two of them have two parts. */
export const shortSet: readonly Dimension[] = [
  { id: 'persistence of school inputs', parameters: ['teaching.persistence'], prior: 'triangular' },
  { id: 'spread of teacher effects', parameters: ['teacher-hiring.effectSpread'], prior: 'lognormal' },
  { id: 'disruption by new staff', parameters: ['teaching.disruption'], prior: 'triangular' },
  { id: 'who is picked for rotation', parameters: ['policy:teacher-rotation.selectionBySchool', 'policy:teacher-rotation.selectionByCounty'], prior: 'triangular' },
  { id: 'rotation among equals', parameters: ['policy:teacher-rotation.sameLevel'], prior: 'triangular' },
  { id: 'retention by allowance', parameters: ['teacher-leaving.retention'], prior: 'triangular' },
  { id: 'peers', parameters: ['teaching.peers'], prior: 'triangular' },
  { id: 'choosing a school for its quota', parameters: ['school-choice.strategic'], prior: 'triangular' },
  { id: 'order of quota admission', parameters: ['policy:enrolment-quota.order'], prior: 'choice' },
  { id: 'floor of quota admission', parameters: ['policy:enrolment-quota.floor'], prior: 'triangular' },
  { id: 'what money does', parameters: ['teaching.spending'], prior: 'triangular' },
  { id: 'leak of tilted money', parameters: ['funding.leak'], prior: 'triangular' },
]

/** One state of knowledge. */
export interface ParameterSet {
  readonly number: number
  /** Parameters of processes by `process.parameter`, as in a scenario’s `behaviour`. */
  readonly behaviour: Readonly<Record<string, number | string>>
  /** Constants of policies by policy and parameter. */
  readonly policies: Readonly<Record<string, Readonly<Record<string, number | string>>>>
}

/** Something that declares parameters: a process, a policy, or the builder of counties. */
interface Declared {
  readonly id: string
  readonly parameters: Parameters
}

/** Where the declarations of a registry stand. */
export interface Declarations {
  readonly processes: readonly Declared[]
  readonly policies: readonly Declared[]
}

const policyMark = 'policy:'

function declared(name: string, { processes, policies }: Declarations): Parameter {
  const isPolicy = name.startsWith(policyMark)
  const [owner, key] = (isPolicy ? name.slice(policyMark.length) : name).split('.')
  const found = (isPolicy ? policies : processes).find((one) => one.id === owner)
  const parameter = found?.parameters[key]
  expectThat(parameter !== undefined, `parameter set: ${name} is not declared`)
  return parameter as Parameter
}

/** Quantile u of the triangular distribution on [low, high] with its mode at `mode`. */
export function triangular(u: number, low: number, mode: number, high: number): number {
  const width = high - low
  if (width === 0) return low
  const below = (mode - low) / width
  return u < below ? low + Math.sqrt(u * width * (mode - low)) : high - Math.sqrt((1 - u) * width * (high - mode))
}

/** Quantile u of a lognormal with median `median` whose 5th and 95th percentile are the ends of the range, cut off there. */
export function lognormal(u: number, low: number, median: number, high: number): number {
  const z = normalQuantile(0.05 + 0.9 * u) / 1.6448536269514722
  return median * exp(z * (z < 0 ? log(median / low) : log(high / median)))
}

/** The value of one parameter at rank u of its range. */
function valueAt(u: number, name: string, prior: Dimension['prior'], parameter: Parameter): number | string {
  if (parameter.unit === 'choice') {
    const choices = rangeOfDimension(name, parameter) as readonly string[]
    return choices[Math.min(choices.length - 1, Math.floor(u * choices.length))]
  }
  const [low, high] = rangeOfDimension(name, parameter) as readonly [number, number]
  return prior === 'lognormal' ? lognormal(u, low, parameter.default, high) : triangular(u, low, parameter.default, high)
}

/**
 * Draws parameter sets: scrambled Sobol points, one coordinate per dimension, through each prior.
 *
 * @param count how many; powers of two fill the ranges most evenly
 * @param seed  any text; the same text gives the same sets
 */
export function parameterSets(dimensions: readonly Dimension[], declarations: Declarations, count: number, seed: string): ParameterSet[] {
  expectThat(dimensions.length <= sobolDimensions, `parameter sets: at most ${sobolDimensions} dimensions, asked for ${dimensions.length}`)
  const words = seedWords(seed, 'parameter-sets')
  return Array.from({ length: count }, (_, number) => {
    const behaviour: Record<string, number | string> = {}
    const policies: Record<string, Record<string, number | string>> = {}
    dimensions.forEach(({ parameters, prior }, d) => {
      const u = scrambledSobol(number, d, words)
      for (const name of parameters) {
        const value = valueAt(u, name, prior, declared(name, declarations))
        if (!name.startsWith(policyMark)) behaviour[name] = value
        else {
          const [policy, key] = name.slice(policyMark.length).split('.')
          ;(policies[policy] ??= {})[key] = value
        }
      }
    })
    return { number, behaviour, policies }
  })
}

/** A policy use with the constants of a set where the scenario leaves them open: what a scenario sets is a decision and stays. */
const informed = (use: PolicyUse, set: ParameterSet): PolicyUse => ({ ...use, set: { ...set.policies[use.use], ...use.set } })

/** The scenario in one state of knowledge. Behaviour and levers that the scenario itself sets are left alone. */
export const withParameterSet = (scenario: Scenario, set: ParameterSet): Scenario => ({
  ...scenario,
  behaviour: { ...set.behaviour, ...scenario.behaviour },
  arms: scenario.arms.map((arm) => ({ ...arm, policies: arm.policies.map((use) => informed(use, set)) })),
})

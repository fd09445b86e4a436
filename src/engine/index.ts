/*
 * The only door out of the engine. Everything outside `src/engine` imports from here and nowhere deeper.
 */
export { levels, type Bilingual, type Citation, type Confidence, type Level, type NumberParameter, type ChoiceParameter, type Parameter, type Parameters, type Problem, type Unit } from './declare.ts'
export type { Arm, Dated, PolicyUse, Scenario, Scope } from './scenario.ts'
export type { CountyDescription, FigureSource, SchoolGroup, StockName, Target } from './county/description.ts'
export { stockNames } from './county/description.ts'
export { payers, purposes, type Payer, type Purpose } from './county/ledger.ts'
export { placeKinds, type PlaceKind } from './county/places.ts'
export { owners, schoolForms, type Owner, type SchoolForm } from './county/schools.ts'
export type { SectionFacts, Series, SeriesColumn, YearRecord } from './record.ts'
export { Digest } from './kernel/digest.ts'
export { createEngine, type Engine, type YearTick } from './simulate.ts'
export { engineVersion, numbersCounter } from './version.ts'
export { unitNames } from './units.ts'
export { moments, policyGroups, type AnyPolicy, type Moment, type Policy, type PolicyGroup } from './policies/declare.ts'
export type { AnyProcess, Process } from './processes/declare.ts'

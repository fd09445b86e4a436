import { createTables, type Columns, type SeenTable } from '../kernel/tables.ts'
import { levels, type Level } from '../declare.ts'
import { placeColumns, type Places } from './places.ts'
import { schoolColumns, type Schools } from './schools.ts'
import { sectionColumns, type Sections } from './sections.ts'
import { teacherColumns, type Teachers } from './teachers.ts'
import { blockColumns, classColumns, optionColumns, optionsPerPlace, pupilColumns, slotColumns, type Blocks, type Classes, type Options, type Pupils, type Slots } from './pupils.ts'
import { seniorColumns, type Seniors } from './seniors.ts'
import { sectionRuleColumns, statusQuo, type CountyRules, type SectionRules } from './rules.ts'

/** How many rows each table must be able to hold. A county keeps its capacity for life, so hot loops keep their arrays. */
export interface Capacity {
  readonly places: number
  readonly schools: number
  readonly sections: number
  readonly slots: number
  readonly teachers: number
  /** Pupils of one cohort. */
  readonly cohort: number
  readonly seniors: number
}

/** Cohorts in compulsory schooling at a time: six primary and three junior grades. */
export const cohorts = 9

const shapesOf = (capacity: Capacity) =>
  ({
    places: { columns: placeColumns, capacity: capacity.places },
    schools: { columns: schoolColumns, capacity: capacity.schools },
    sections: { columns: sectionColumns, capacity: capacity.sections },
    slots: { columns: slotColumns, capacity: capacity.slots },
    teachers: { columns: teacherColumns, capacity: capacity.teachers },
    blocks: { columns: blockColumns, capacity: cohorts },
    pupils: { columns: pupilColumns, capacity: capacity.cohort * cohorts },
    classes: { columns: classColumns, capacity: capacity.slots * cohorts },
    options: { columns: optionColumns, capacity: capacity.places * 2 * optionsPerPlace },
    seniors: { columns: seniorColumns, capacity: capacity.seniors },
  }) as const

/** The tables together. Everything a run changes lies in one buffer, so a saved state is one copy. */
export interface County {
  readonly capacity: Capacity
  readonly places: Places
  readonly schools: Schools
  readonly sections: Sections
  readonly slots: Slots
  readonly teachers: Teachers
  readonly blocks: Blocks
  readonly pupils: Pupils
  readonly classes: Classes
  readonly options: Options
  readonly seniors: Seniors
  /** A copy of the state of every table; written over an earlier copy if one is given. */
  save(into?: Uint8Array): Uint8Array
  /** Brings a saved state back. */
  restore(saved: Uint8Array): void
  /** Empties every table. */
  clear(): void
}

/** This year’s decisions: for the county as a whole and per section. */
export interface Rules {
  readonly county: CountyRules
  readonly sections: SectionRules
}

/** Column names as processes and policies declare them: `teachers.section`, `rules.quotaShare`. */
export type ColumnName =
  | `places.${keyof typeof placeColumns}`
  | `schools.${keyof typeof schoolColumns}`
  | `sections.${keyof typeof sectionColumns}`
  | `slots.${keyof typeof slotColumns}`
  | `teachers.${keyof typeof teacherColumns}`
  | `blocks.${keyof typeof blockColumns}`
  | `pupils.${keyof typeof pupilColumns}`
  | `classes.${keyof typeof classColumns}`
  | `options.${keyof typeof optionColumns}`
  | `seniors.${keyof typeof seniorColumns}`
  | `rules.${keyof typeof statusQuo | keyof typeof sectionRuleColumns}`

/** Every table of a county’s state, in the order in which they lie in its buffer. */
export const tableNames = ['places', 'schools', 'sections', 'slots', 'teachers', 'blocks', 'pupils', 'classes', 'options', 'seniors'] as const
export type TableName = (typeof tableNames)[number]

/** The columns of every table, by name: for digests, contracts and documents. */
export const columnsOf: Readonly<Record<TableName, Columns>> = {
  places: placeColumns,
  schools: schoolColumns,
  sections: sectionColumns,
  slots: slotColumns,
  teachers: teacherColumns,
  blocks: blockColumns,
  pupils: pupilColumns,
  classes: classColumns,
  options: optionColumns,
  seniors: seniorColumns,
}

/** The county without write access: what indicators and measures receive. */
export type SeenCounty = {
  readonly capacity: Capacity
  readonly places: SeenTable<typeof placeColumns>
  readonly schools: SeenTable<typeof schoolColumns>
  readonly sections: SeenTable<typeof sectionColumns>
  readonly slots: SeenTable<typeof slotColumns>
  readonly teachers: SeenTable<typeof teacherColumns>
  readonly blocks: SeenTable<typeof blockColumns>
  readonly pupils: SeenTable<typeof pupilColumns>
  readonly classes: SeenTable<typeof classColumns>
  readonly options: SeenTable<typeof optionColumns>
  readonly seniors: SeenTable<typeof seniorColumns>
}

/** Whether a county of one capacity has room for another’s. */
export const hasRoom = (county: Capacity, needed: Capacity): boolean => (Object.keys(needed) as (keyof Capacity)[]).every((table) => county[table] >= needed[table])

/** An empty county of a given capacity. */
export function createCounty(capacity: Capacity): County {
  const { tables, save, restore, clear } = createTables(shapesOf(capacity))
  return { capacity, ...tables, save, restore, clear }
}

/** Rules at their status quo. */
export function createRules(sections: number): Rules {
  const { tables } = createTables({ sections: { columns: sectionRuleColumns, capacity: sections } })
  const rules: Rules = { county: { ...statusQuo }, sections: tables.sections }
  resetRules(rules)
  return rules
}

/** Forgets last year’s decisions. */
export function resetRules(rules: Rules): void {
  Object.assign(rules.county, statusQuo)
  const { sections } = rules
  for (const name of Object.keys(sectionRuleColumns) as (keyof typeof sectionRuleColumns)[]) sections[name].fill(0)
  sections.places.fill(1)
}

/** 0 for primary, 1 for junior: the code in `sections.level`. */
export const levelCode = (level: Level): 0 | 1 => (level === levels[0] ? 0 : 1)

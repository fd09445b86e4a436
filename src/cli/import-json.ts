import type { Finding, RegimeBaseline } from '../roster/index.ts'

/* What `import --json` answers: findings and figures as plain data; null where a figure is undefined. */

/** A number as JSON can hold it. */
export const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** A finding with its places and the fixes on offer. */
export const findingJson = ({ check, class: kind, field, text, hint, at, all }: Finding) => ({
  check,
  class: kind,
  field,
  text,
  hint,
  at: at.map(({ address, name, found }) => ({ address, name, found })),
  fixes: all.map(({ id, text: label }) => ({ id, text: label })),
})

/** The figures of every regime and level that has schools. */
export const baselineJson = (baseline: readonly RegimeBaseline[]) =>
  baseline.flatMap(({ regime, levels }) =>
    levels
      .filter((level) => level.rows.length > 0)
      .map((level) => ({
        regime: regime.id,
        level: level.level,
        schools: level.rows.length,
        pupils: level.pupils.reduce((sum, p) => sum + p, 0),
        outcome: level.outcome,
        passing: level.passing,
        composite: level.composite === null ? null : orNull(level.composite),
        limit: level.limit,
        items: level.items.map(({ item, mean, coefficient, standard, outcome, below, missing }) => ({
          id: item.id,
          mean: orNull(mean),
          coefficient: orNull(coefficient),
          standard,
          outcome,
          below,
          missing,
        })),
      })),
  )

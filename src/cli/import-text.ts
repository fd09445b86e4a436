import {
  countsOf,
  filledFormula,
  findingClasses,
  levelsOf,
  type Finding,
  type LevelBaseline,
  type RegimeBaseline,
  type Table,
  type Variant,
  explanationText,
  groupSummaries,
} from '../roster/index.ts'
import { formatCoefficient, formatNumber } from '../words/format.ts'
import type { Talk } from './io.ts'
import { rosterWord } from './roster-files.ts'
import { textTable } from './text-table.ts'

const shownPlaces = 8
/** Decimals of an item’s value: whole yuan, three for ratios below 1, else two. */
const digitsOf = (value: number): number => (Math.abs(value) >= 100 ? 0 : Math.abs(value) < 1 ? 3 : 2)

/** Findings as lines: what, where, what to do, and which fixes can be pressed. */
export function findingLines(findings: readonly Finding[], talk: Talk): string {
  const { language } = talk
  const counts = countsOf(findings)
  const lines: string[] = []
  for (const kind of findingClasses) {
    if (counts[kind] === 0) continue
    lines.push(`${rosterWord(talk, kind)} (${counts[kind]})`)
    for (const finding of findings.filter((f) => f.class === kind)) {
      lines.push(`  ${finding.text[language]}${finding.at.length > 1 ? ` ×${finding.at.length}` : ''}`)
      const places = finding.at.filter((place) => place.row >= 0 || place.found !== '')
      for (const place of places.slice(0, shownPlaces))
        lines.push(`    ${[place.address, place.name, place.found].filter((text) => text !== '').join('  ')}`)
      if (places.length > shownPlaces) lines.push(`    ${rosterWord(talk, 'more', { count: places.length - shownPlaces })}`)
      lines.push(`    → ${finding.hint[language]}`)
      if ((kind === 'must' || kind === 'look') && finding.all.length > 0) {
        lines.push(
          `    ${rosterWord(talk, 'fixesAre', { check: finding.check, fixes: finding.all.map((fix) => `${fix.id} (${fix.text[language]})`).join(language === 'zh' ? '，' : ', ') })}`,
        )
      }
    }
  }
  return lines.map((line) => `${line}\n`).join('')
}

function levelText(table: Table, { regime }: RegimeBaseline, level: LevelBaseline, talk: Talk): string {
  const { language } = talk
  const name = levelsOf(table.set).find((l) => l.id === level.level)!.text[language]
  const pupils = level.pupils.reduce((sum, p) => sum + p, 0)
  const rows = level.items.map(({ item, mean, coefficient, limit, outcome, standard, below, missing }) => [
    item.id,
    item.short[language],
    formatNumber(mean, digitsOf(mean)),
    `${formatCoefficient(coefficient, limit ?? undefined)}${outcome === null || outcome === 'undecided' ? '' : outcome === 'passes' ? ' ✓' : ' ✕'}`,
    limit === null ? '—' : limit.toFixed(2),
    standard === null ? '—' : String(standard),
    standard === null ? '—' : missing > 0 ? rosterWord(talk, 'lacking', { count: missing }) : String(below),
  ])
  const heads = (['itemHead', 'meanHead', 'cvHead', 'limitHead', 'standardHead', 'belowHead'] as const).map((key) => rosterWord(talk, key))
  const outcome = regime.judge === 'none' ? rosterWord(talk, 'notJudged') : rosterWord(talk, level.outcome)
  const verdict =
    level.composite !== null
      ? rosterWord(talk, 'composite', {
          value: formatCoefficient(level.composite, level.limit ?? undefined),
          limit: level.limit?.toFixed(2) ?? '—',
          outcome,
        })
      : level.passing !== null
        ? rosterWord(talk, 'verdictSchools', { passing: level.passing, schools: level.rows.length, outcome })
        : rosterWord(talk, 'verdict', { outcome })
  const head = rosterWord(talk, 'levelHead', {
    regime: regime.text[language],
    level: name,
    schools: level.rows.length,
    pupils: formatNumber(pupils),
  })
  const open = level.schools.filter((outcome) => outcome === 'undecided').length
  const undecided = open > 0 ? `  ${rosterWord(talk, 'verdictOpen', { count: open })}\n` : ''
  return `${head}\n${textTable([[heads[0]!, '', ...heads.slice(1)], ...rows])}  ${verdict}\n${undecided}`
}

/** Both regimes at every level that has schools. */
export const baselineText = (table: Table, baseline: readonly RegimeBaseline[], talk: Talk): string =>
  baseline
    .flatMap((regime) => regime.levels.filter((level) => level.rows.length > 0).map((level) => levelText(table, regime, level, talk)))
    .join('\n')

/** The same as lines. */
export const groupLines = (
  table: Table,
  groups: readonly { readonly group: string; readonly baseline: readonly RegimeBaseline[] }[],
  talk: Talk,
): string =>
  groupSummaries(table, groups)
    .filter((s) => s.groups > 0)
    .map(
      (s) =>
        `${rosterWord(talk, 'groupsHead', { count: groups.length, level: s.names.level[talk.language], item: s.names.item[talk.language], median: formatCoefficient(s.median), low: formatCoefficient(s.low), high: formatCoefficient(s.high), many: s.groups })}\n`,
    )
    .join('')

/** The formula of one item filled in, the county’s own number and what explains it. */
export function ownText(
  table: Table,
  regime: RegimeBaseline,
  level: LevelBaseline,
  itemId: string,
  own: string,
  variants: readonly Variant[],
  talk: Talk,
): string {
  const { language } = talk
  const item = level.items.find((i) => i.item.id === itemId)!
  const formula = filledFormula(table.set, level, item)
  const lines = [
    rosterWord(talk, 'ownHead', {
      regime: regime.regime.text[language],
      level: levelsOf(table.set).find((l) => l.id === level.level)!.text[language],
      item: item.item.text[language],
      official: formatCoefficient(item.coefficient),
      own,
    }),
    ...formula.lines.map((line) => `  ${line[language]}`),
    `  ${explanationText(variants)[language]}`,
  ]
  if (!variants[0]?.matches)
    lines.push(
      `  ${rosterWord(talk, 'largest', {
        names: formula.contributions
          .slice(0, 5)
          .map((c) => `${c.name} (${formatNumber(100 * c.share, 1)}%)`)
          .join(language === 'zh' ? '、' : ', '),
      })}`,
    )
  return lines.map((line) => `${line}\n`).join('')
}

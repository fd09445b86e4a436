import type { Problem } from '../engine/index.ts'
import { apply, current, encodings, fieldOf, review, type Draft, type Edit, type Encoding, type ItemSet } from '../roster/index.ts'
import { bothWords } from './roster-files.ts'

/** What stands behind the options of `import`. */
export interface ImportFlags {
  readonly json?: boolean
  readonly map?: string
  readonly saveMap?: string
  readonly items?: string
  readonly sheet?: string
  readonly encoding?: string
  readonly set?: readonly string[]
  readonly fix?: readonly string[]
  readonly own?: readonly string[]
  readonly out?: string
  readonly cleaned?: string
  readonly template?: string
  readonly overwrite?: boolean
}

/** A coefficient of the county’s own calculation. */
export interface OwnNumber {
  readonly regime: string
  readonly level: string
  readonly item: string
  readonly own: string
}

/** Splits `name=value`; a problem if there is no name or no value. */
export function pairOf(option: string, text: string, form: string): readonly [string, string] | Problem {
  const at = text.indexOf('=')
  return at > 0 && at < text.length - 1
    ? [text.slice(0, at), text.slice(at + 1)]
    : { path: option, text: bothWords('badPair', { text, form }) }
}

const isProblem = (value: object): value is Problem => 'path' in value

/** The encoding an option names. */
export function encodingFor(name: string | undefined): Encoding | undefined | Problem {
  if (name === undefined) return undefined
  const found = encodings.find((encoding) => encoding === name.toLowerCase())
  return (
    found ?? { path: '--encoding', text: bothWords('badEncoding', { name }), hint: bothWords('possible', { names: encodings.join(', ') }) }
  )
}

/** Applies `--set field=value`: a value for all rows of a field without a column. */
export function withConstants(draft: Draft, texts: readonly string[]): Draft | Problem[] {
  const problems: Problem[] = []
  const edits = texts.flatMap((text): Edit[] => {
    const pair = pairOf('--set', text, 'field=value')
    if (isProblem(pair)) return (problems.push(pair), [])
    const [field, value] = pair
    if (draft.set.fields.some((f) => f.id === field)) return [{ kind: 'constant', field, value }]
    return (
      problems.push({
        path: '--set',
        text: bothWords('unknownField', { name: field }),
        hint: bothWords('possible', { names: draft.set.fields.map((f) => f.id).join(', ') }),
      }),
      []
    )
  })
  return problems.length > 0 ? problems : apply(draft, { edits, why: { en: 'given with --set', zh: '由 --set 设定' } })
}

/** Presses `--fix check=fix`, in the order given, for all findings of that check. */
export function withFixes(draft: Draft, texts: readonly string[]): Draft | Problem[] {
  const problems: Problem[] = []
  let now = draft
  for (const text of texts) {
    const pair = pairOf('--fix', text, 'check=fix')
    if (isProblem(pair)) {
      problems.push(pair)
      continue
    }
    const { findings } = review(now)
    const offering = findings.filter((f) => f.check === pair[0] && f.all.some((fix) => fix.id === pair[1]))
    for (const finding of offering) now = apply(now, { edits: finding.all.find((fix) => fix.id === pair[1])!.edits, why: finding.text })
    if (offering.length > 0) continue
    const names = findings.flatMap((f) => f.all.map((fix) => `${f.check}=${fix.id}`))
    problems.push({
      path: '--fix',
      text: bothWords('unknownFix', { name: pair[0], fix: pair[1] }),
      hint: bothWords('possible', { names: [...new Set(names)].join(', ') || '—' }),
    })
  }
  return problems.length > 0 ? problems : now
}

/** Reads `--own regime.level.item=0.489`. */
export function ownNumbers(
  set: ItemSet,
  texts: readonly string[],
): { readonly own: readonly OwnNumber[]; readonly problems: readonly Problem[] } {
  const level = fieldOf(set, set.level)
  const levels = level.kind === 'choice' ? level.values.map((v) => v.id) : []
  const known = set.regimes.flatMap((r) => levels.flatMap((l) => r.items.map((i) => `${r.id}.${l}.${i.id}`)))
  const problems: Problem[] = []
  const own = texts.flatMap((text): OwnNumber[] => {
    const pair = pairOf('--own', text, 'regime.level.item=0.489')
    if (isProblem(pair) || !/^\d+(\.\d+)?$/.test(pair[1])) {
      problems.push(isProblem(pair) ? pair : { path: '--own', text: bothWords('badPair', { text, form: 'regime.level.item=0.489' }) })
      return []
    }
    if (!known.includes(pair[0])) {
      problems.push({
        path: '--own',
        text: bothWords('unknownItem', { name: pair[0] }),
        hint: bothWords('possible', { names: known.slice(0, 6).join(', ') + ', …' }),
      })
      return []
    }
    const [regime, at, item] = pair[0].split('.') as [string, string, string]
    return [{ regime, level: at, item, own: pair[1] }]
  })
  return { own, problems }
}

/** Columns matched and rows read, for the first line. */
export function readingOf(draft: Draft): { readonly rows: number; readonly columns: number } {
  const { rows, mapping } = current(draft)
  return { rows: rows.filter((row) => row.aside === null).length, columns: mapping.columns.length }
}

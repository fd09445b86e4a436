import { existsSync, readdirSync, readFileSync } from 'node:fs'

/*
 * Every quality bar with its threshold, how it is checked, what was measured and its state: npm run bars. Reads what the last
 * `npm test` left in test-results (and test-results/bench.md, if `npm run bench > test-results/bench.md` was run). Times are taken
 * only by `npm run measure`, which sets the variable BARS. States:
 *   asserted   every check that names the bar passed, and together they fail where the bar is missed
 *   part       the same, but they do not ask all of the bar: the last column says what nobody asks
 *   measured   a number was taken that depends on the machine: judge it on a quiet one; what is there to fail does so at three times the bar
 *   FAIL       at least one check failed              not built  the screen it speaks of does not exist
 *   not run    there are checks, none in the last run no check   no test names it
 *   by hand    a person must look
 */

/**
 * Identifier, what, threshold; then what is known of its checks: `left` is what no check asks of the bar, `timed` that a number is
 * taken but not asserted, `covered` where it is checked if no test carries its identifier.
 */
const bars = [
  ['Q01', 'lever to picture', 'p95 ≤ 100 ms, median ≤ 50 ms', { timed: true }],
  ['Q02', 'no gap between frames while dragging', '≤ 150 ms, ≥ 20 updates/s', { timed: true }],
  ['Q03', '20 runs after release', '≤ 1.0 s', { timed: true, left: '200 paired runs' }],
  ['Q04', 'main thread not blocked', 'no task > 100 ms', { timed: true }],
  ['Q05', 'first picture, cold, slow network', '≤ 2.0 s', { timed: true }],
  ['Q06', 'scripts, gzip', 'first screen ≤ 150 kB, all later ≤ 350 kB'],
  ['Q07', 'layout shift', '≤ 0.02'],
  ['Q08', 'half an hour of use', 'heap grows ≤ 20 MB', { target: true, timed: true }],
  ['Q09', 'search', 'frontier ≤ 3 s', { unbuilt: 'Plan' }],
  ['Q10', 'no page scroll at 1280×600 and 1280×720', 'zh, en, all screens', { left: 'in Firefox, whether anything is cut: only that no part of the app scrolls the page; items without data, and stages of too few schools' }],
  ['Q11', 'a large display is used', 'no panel > 35 % empty', { target: true, left: 'how much of a panel is empty: only that the small pictures and more rows appear' }],
  ['Q12', '1024×768, phone', 'usable, no sideways scroll', { left: 'a phone that opens a file: notes, which no link carries, are written before the page is made narrow' }],
  ['Q13', 'text cut without a full form', '0 cases'],
  ['Q14', 'first screen', '≤ 10 levers, 2 slots'],
  ['Q15', 'number → formula → source', '≤ 2 clicks, every value', { left: 'of the table of schools one row stands for all; numbers inside subtitles and what is in the way, which lead to schools instead' }],
  ['Q16', 'rounding against a limit', '0 cases'],
  ['Q16b', 'scope and edition of the verdict', 'every screen and export', { left: 'cells chosen and copied from Schools, which go as values only; the pixels of a PNG, which is drawn from the SVG that is read' }],
  ['Q16c', 'parts add up to the change', 'to rounding'],
  ['Q17', 'same number everywhere', 'card = table = report = CSV', { left: 'of 2012 the CSV' }],
  ['Q18', 'versions visible', 'every screen and export', { left: 'cells chosen and copied from Schools; the pixels of a PNG' }],
  ['Q19', 'mean and count beside a coefficient', '100 %', { left: 'on the card only the chosen item has its mean in print, the others in their hints' }],
  ['Q20', 'unit, baseline, mark, cost, source of a lever', '10 of 10'],
  ['Q21', 'no claim of certainty or an optimum', '0 strings'],
  ['Q22', 'chances as counts of runs', '100 %'],
  ['Q23', 'paired comparison', 'identical gives 0', { unbuilt: 'Compare' }],
  ['Q24', 'small differences undecided', '15–35 of 50', { unbuilt: 'Compare' }],
  ['Q25', 'address restores the view', '≤ 0.1 % of pixels', { left: 'the buttons of the top bar are masked, as only the first profile can undo; the line of the setting before, which only the first profile knows' }],
  ['Q26', 'old links open', 'every fixture'],
  ['Q27', 'undo and redo', '100 steps, same state'],
  ['Q28', 'nothing is lost', 'tab killed, change kept'],
  ['Q29', 'same file, same digits', 'byte-equal', { covered: /same digest|gives Node’s digest/ }],
  ['Q30', 'scenario code', 'round trip, errors found', { covered: /scenario code|\bcode\b.*(letter|error|swap|round|check)/i }],
  ['Q31', 'language in place', '≤ 150 ms, focus kept', { left: 'on Schools, unless times are taken, more than three times the bar' }],
  ['Q32', 'wholly native text', '0 foreign strings; read by a person', { left: 'reading by a person' }],
  ['Q33', 'Chinese type', 'upright, ≥ 12 px'],
  ['Q34', 'units', '万元; million yuan'],
  ['Q35', 'input methods', 'no shortcut', { left: 'a cell of Data, the typed value of a lever' }],
  ['Q36', 'axe', '0 violations; Lighthouse 100', { left: 'Lighthouse itself is not run: its score is 100 where none of its audits fails, which are rules of axe that axe is asked for here, at the size of a desk and of a phone; in the dark in English only' }],
  ['Q37', 'everything by keyboard', 'no pointer', { left: 'walks through the main ways, not every control' }],
  ['Q38', 'table twins', 'same values', { left: 'on the page the Lorenz curve and the trends of a school: their tables are checked in Node' }],
  ['Q39', 'focus seen and not covered', '3 px ring', { left: 'six places, each in one language; the ring’s contrast on tints' }],
  ['Q40', 'targets', '≥ 24×24 px'],
  ['Q41', 'contrast', '4.5 and 3 to 1'],
  ['Q42', 'colour-blind distance', 'ΔE2000 ≥ 10'],
  ['Q43', 'reduced motion', 'no tween'],
  ['Q44', 'screen reader', 'one voice, once', { hand: true, target: true, left: 'a screen reader: only what it would be given' }],
  ['Q45', '200 % text, forced colours', 'no loss', { left: 'five places' }],
  ['Q46', 'offline after first load', 'smoke test', { left: 'WebKit, in which only the results are compared' }],
  ['Q47', 'one file from a disk', 'smoke test, ≤ 1 MB', { left: 'WebKit' }],
  ['Q48', 'no request leaves the origin', '0'],
  ['Q49', 'awkward files', '30 files', { covered: /awkward/i }],
  ['Q50', 'import of 100 schools', '≤ 1 s', { timed: true }],
  ['Q51', 'projector text', '≥ height/40, lines ≥ 4 px', { left: 'lines of what is background, and of pictures other than the gap' }],
  ['Q52', 'newcomer trainer', '≤ 2 errors', { unbuilt: 'Present', target: true }],
  ['Q53', 'prediction before reveal', 'disabled until chosen', { unbuilt: 'Present' }],
  ['Q54', 'print', 'A4, no cut tables, codes that scan, greys told apart', { left: 'a printer and a camera: pages are read as files, codes by another reader' }],
  ['Q55', 'picture for slides', '1920×1080, text ≥ 27 px'],
  ['Q56', 'first minute of a planner', '≤ 60 s', { target: true, left: 'a planner: a script that knows the way takes the steps' }],
  ['Q57', 'designed states', 'each reachable, in its words', { left: 'one county that lacks items and schools stands for all such' }],
  ['Q58', 'no dead ends', 'every message has an action', { left: 'messages that no test brings about, and whether what they advise helps' }],
]

/** Every check of the last runs: its title with those around it, whether it passed, what it wrote down. */
function* checks() {
  const end = 'test-results/e2e.json'
  const unit = 'test-results/unit.json'
  if (existsSync(end)) {
    const inside = function* (suite) {
      for (const spec of suite.specs ?? []) {
        const all = spec.tests.flatMap((one) => [...(one.annotations ?? []), ...one.results.flatMap((result) => result.annotations ?? [])])
        const skipped = spec.tests.every((one) => one.status === 'skipped')
        if (!skipped) yield { file: suite.file ?? '', title: `${suite.file ?? ''} ${spec.title}`, ok: spec.ok, notes: [...new Map(all.map((note) => [note.type + note.description, note])).values()] }
      }
      for (const inner of suite.suites ?? []) yield* inside(inner)
    }
    for (const suite of JSON.parse(readFileSync(end, 'utf8')).suites) yield* inside(suite)
  }
  if (existsSync(unit)) {
    for (const file of JSON.parse(readFileSync(unit, 'utf8')).testResults) {
      const path = file.name.replace(/^.*\/test\//, '')
      for (const one of file.assertionResults) yield { file: path, title: `${path} ${one.fullName}`, ok: one.status === 'passed', notes: [] }
    }
  }
}

/** Files of tests as they stand, with the words in quotation marks on the lines that begin a test. */
const sources = readdirSync('test', { recursive: true })
  .map((path) => String(path).replaceAll('\\', '/'))
  .filter((path) => /\.(spec|test)\.ts$/.test(path))
  .map((path) => ({
    // as the reports name them
    file: path.replace(/^e2e\//, ''),
    names: readFileSync(`test/${path}`, 'utf8')
      .split('\n')
      .filter((line) => /^\s*(test|it|describe)\b.*\(\s*['"`]|^\s*\].*\)\(['"`]/.test(line))
      .join('\n'),
  }))

/** What the bench measured, by the words its lines begin with. */
function benched() {
  const file = 'test-results/bench.md'
  if (!existsSync(file)) return []
  const rows = [...readFileSync(file, 'utf8').matchAll(/^\| (.+?) \| (.+?) \| (.*?) \|$/gm)].map(([, what, value]) => ({ what, value }))
  const of = (id, words) => rows.filter((row) => words.test(row.what)).map((row) => ({ id, text: `bench: ${row.what} ${row.value}` }))
  return [...of('Q01', /lever|slider/i), ...of('Q03', /20 (runs|replicates|seeds)/i), ...of('Q08', /page holds|heap|memory of the page/i)]
}

const all = [...checks()]
if (all.length === 0) {
  console.error('nothing to read in test-results: run "npm test" first')
  process.exit(1)
}
const fromBench = benched()
const rows = bars.map(([id, what, threshold, { timed = false, target = false, unbuilt = '', hand = false, covered = null, left = '' } = {}]) => {
  const mine = all.filter(({ title }) => new RegExp(`\\b${id}\\b`).test(title) || (covered !== null && covered.test(title)))
  const notes = [...new Set([...mine.flatMap((one) => one.notes.filter((note) => note.type === id).map((note) => note.description)), ...fromBench.filter((one) => one.id === id).map((one) => one.text)])]
  const failed = mine.filter((one) => !one.ok).length
  const files = new Map()
  for (const { file } of mine) files.set(file, (files.get(file) ?? 0) + 1)
  const absent = sources.filter(({ file, names }) => !files.has(file) && (new RegExp(`\\b${id}\\b`).test(names) || (covered !== null && covered.test(names)))).map(({ file }) => file)
  const state =
    unbuilt !== '' ? 'not built'
    : failed > 0 ? 'FAIL'
    : mine.length === 0 ? (notes.length > 0 ? 'measured' : hand ? 'by hand' : absent.length > 0 ? 'not run' : 'no check')
    : timed ? 'measured'
    : absent.length > 0 || left !== '' ? 'part'
    : 'asserted'
  const where = [...files].map(([file, count]) => `${file}${count > 1 ? ` ×${count}` : ''}`)
  const checked = mine.length > 0 ? `${mine.length - failed}/${mine.length} checks (${where.join(', ')})` : ''
  const measured = unbuilt !== '' ? `screen ${unbuilt}` : [checked, absent.length > 0 ? `not run: ${absent.join(', ')}` : '', left !== '' && mine.length > 0 ? `not asked: ${left}` : '', ...notes].filter(Boolean).join('; ')
  return [id, target ? 'target' : 'gate', state, what, threshold, measured]
})
const heads = ['bar', 'level', 'state', 'what', 'threshold', 'checks, what they leave out, and what they measured']
/** Chinese letters take two columns of a terminal. */
const breadth = (text) => [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0)
const widths = heads.map((head, k) => Math.max(head.length, ...rows.map((row) => breadth(row[k]))))
const line = (row) => row.map((cell, k) => (k === row.length - 1 ? cell : cell + ' '.repeat(widths[k] - breadth(cell)))).join('  ')
console.log(line(heads))
for (const row of rows) console.log(line(row))
const count = (state) => rows.filter((row) => row[2] === state).length
console.log(`\n${['asserted', 'part', 'measured', 'FAIL', 'not run', 'no check', 'by hand', 'not built'].map((state) => `${count(state)} ${state}`).join(', ')}`)
const ran = new Set(all.map(({ file }) => file))
const unrun = sources.filter(({ file }) => !ran.has(file)).map(({ file }) => file)
if (unrun.length > 0) console.log(`\nThe last run was not of everything: ${unrun.length} of ${sources.length} files of tests have no result (${unrun.slice(0, 6).join(', ')}${unrun.length > 6 ? ', …' : ''}).${unrun.includes('speed.spec.ts') ? ' Times are taken by npm run measure.' : ''}`)

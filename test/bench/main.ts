/*
 * npm run bench: how fast Hengtu is, side by side in one run. Ratios first, because times belong to a machine.
 *
 *   --quick        fewer rounds
 *   --no-browsers  without Chromium, Firefox and WebKit
 */
import { cpus, loadavg } from 'node:os'
import { engineVersion, numbersCounter, policies } from '../../src/engine/index.ts'
import { openScenario } from '../support/open-scenario.ts'
import { browsers } from './browsers.ts'
import { allPoliciesOf, pairOf, statusQuoOf } from './county-run.ts'
import { workerMemory } from './memory.ts'
import { answered, inThread } from './parts.ts'
import { pools } from './pools.ts'
import { fixed, table, type Line } from './report.ts'
import { slider } from './slider.ts'
import { clocksOf, fastest, median, processorsOf, type Spent } from './timing.ts'

const years = 20

async function bench(): Promise<void> {
  const quick = process.argv.includes('--quick')
  const rounds = quick ? 7 : 25
  const scenario = openScenario('all-three')
  const statusQuo = statusQuoOf(scenario, years)
  const say = (text: string): void => console.error(text)
  const busy = loadavg()[0]!
  console.log(`# Hengtu ${engineVersion} (numbers ${numbersCounter}) on Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]!.model.trim()}\n`)
  if (busy > 0.5) console.log(`Load average ${fixed(busy)} at the start: others are at work here, so times by the clock are too long. What a run spends of the processor is less disturbed; marks go by it where it is given.\n`)

  say('hot loops …')
  const saved = await inThread('save', { scenario })
  const { compiler, loops } = await inThread('loops', { saved, rounds, passes: quick ? 10 : 20 })
  console.log(table(`Hot loops, side by side${compiler === undefined ? ' (no C compiler here)' : ` with C (${compiler} -O3 -march=native)`}`, loops.flatMap(loopLines)))

  say('county run …')
  const run = await inThread('run', { scenario: statusQuo, rounds })
  const steps = await inThread('steps', { scenario, years, rounds })
  const steady = await inThread('steady', { scenario, pupils: 60_000, years, rounds })
  const all = await inThread('run', { scenario: allPoliciesOf(scenario, years), rounds })
  const warm = median(processorsOf(run.rounds))
  console.log(
    table('One county, one core', [
      {
        what: `${years} years of the default county, ${thousands(steps.pupilYears)} pupil-years, warm`,
        ...timed(run.rounds, 75, 120),
      },
      {
        what: `the same with 60,000 pupils in every year, ${thousands(steady.pupilYears)} pupil-years`,
        ...timed(steady.rounds, 75, 120),
      },
      { what: `all ${policies.length} policies on, against none`, value: `${fixed(median(processorsOf(all.rounds)) / warm, 2)} ×; ${timed(all.rounds).value}` },
      { what: 'per pupil-year', value: `${fixed((warm * 1e6) / steps.pupilYears)} ns; with 60,000 in every year ${fixed((median(processorsOf(steady.rounds)) * 1e6) / steady.pupilYears)} ns` },
      { what: 'building the county and its first run in a fresh thread', value: `${fixed(run.first.clock, 0)} ms (processor ${fixed(run.first.processor, 0)}, compiler included)` },
    ]),
  )
  const total = [...steps.nanoseconds.values()].reduce((sum, value) => sum + value, 0)
  const byCost = [...steps.nanoseconds].sort((a, b) => b[1] - a[1])
  console.log(table('Where the processor’s time goes, per pupil-year', byCost.map(([what, ns]) => ({ what, value: `${fixed((100 * ns) / total, 0)} %, ${fixed(ns, 2)} ns` }))))

  say('threads …')
  const memory = await workerMemory(statusQuo)
  const spread = await pools(pairOf(scenario), quick ? 20 : 200, quick ? 5 : 15)
  console.log(
    table('Threads', [
      { what: `speed-up on ${spread.cores} cores`, value: `${fixed(spread.scaling, 2)}`, target: `${fixed(0.95 * spread.cores, 2)}`, met: spread.scaling >= 0.95 * spread.cores },
      { what: 'messages and merging on the thread that asks, of the processor', value: `${fixed(100 * spread.asking)} %`, target: '< 3 %', met: spread.asking < 0.03 },
      { what: 'one thread against none, of the processor', value: `${fixed(100 * (spread.overhead - 1))} % (fastest ${fixed(100 * (spread.fastestOverhead - 1))} %)` },
      { what: `${spread.pairs} paired replicates of ${scenario.years.to - scenario.years.from} years on all cores`, value: `${fixed(spread.pairsSeconds)} s`, ...(quick ? {} : { target: '< 8 s', met: spread.pairsSeconds < 8 }) },
      { what: 'same digest with one thread, all threads and none', value: spread.equal ? 'yes' : 'no', met: spread.equal },
      { what: 'memory of a worker', value: `${fixed(memory.all)} MB, of which engine and county ${fixed(memory.engine)} MB`, target: '< 20 MB', met: memory.all < 20 },
    ]),
  )

  if (!process.argv.includes('--no-browsers')) {
    say('browsers …')
    const times = await browsers(statusQuo, rounds)
    const node = times[0]!.milliseconds!
    console.log(
      table(
        'The same run through one worker, beside Node',
        times.map(({ engine, milliseconds, note }) => ({ what: engine, value: milliseconds === undefined ? note : `${fixed(milliseconds / node, 2)} × Node, ${fixed(milliseconds)} ms` })),
      ),
    )
    say('page …')
    const page = await slider(quick ? 20 : 60)
    console.log(
      table('The page in Chromium', [
        { what: `lever to picture, median of ${page.steps} steps`, value: `${fixed(page.median, 0)} ms`, target: '≤ 50 ms', met: page.median <= 50 },
        { what: 'lever to picture, 95th percentile', value: `${fixed(page.p95, 0)} ms`, target: '< 100 ms', met: page.p95 < 100 },
        { what: 'memory of the page, workers apart', value: `${fixed(page.pageMegabytes)} MB` },
      ]),
    )
  }
}

const thousands = (pupilYears: number): string => `${Math.round(pupilYears / 1000)} thousand`

/** Median and fastest by the clock and of the processor, milliseconds; judged by the median of the processor. */
function timed(rounds: readonly Spent[], target?: number, accept?: number): Omit<Line, 'what'> {
  const middle = median(processorsOf(rounds))
  const value = `${fixed(median(clocksOf(rounds)))} ms (fastest ${fixed(fastest(clocksOf(rounds)))}); processor ${fixed(middle)} (${fixed(fastest(processorsOf(rounds)))})`
  return accept === undefined ? { value } : { value, target: `< ${target} ms, accept ${accept}`, met: middle < accept }
}

function loopLines({ loop, engine, objects, c, ratioToC, ratioOfObjects, equal }: Awaited<ReturnType<typeof import('./in-c.ts').sideBySide>>['loops'][number]): Line[] {
  const lines: Line[] = []
  if (ratioToC !== undefined) lines.push({ what: `${loop}: engine ÷ C`, value: fixed(ratioToC, 2), target: '1.4, accept 1.7', met: ratioToC <= 1.7 })
  if (ratioOfObjects !== undefined) lines.push({ what: `${loop}: plain objects ÷ engine`, value: fixed(ratioOfObjects, 2) })
  const times = [`engine ${fixed(engine, 2)} ns`, ...(c === undefined ? [] : [`C ${fixed(c, 2)} ns`]), ...(objects === undefined ? [] : [`objects ${fixed(objects, 2)} ns`])]
  lines.push({ what: `${loop}: per ${loop === 'learning' ? 'pupil' : 'family'}`, value: times.join(', ') })
  lines.push({ what: `${loop}: equal to the last bit`, value: equal ? 'yes' : 'no', met: equal })
  return lines
}

if (!(await answered())) await bench()

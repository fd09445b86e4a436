// Runs scripts of package.json: those before "--" one after another, those after it one after another beside them, on what the
// first leave of the processor. The browser tests keep hardly more than one core busy: checks of types cost no time beside them.
// What runs beside is shown when it has ended, in one piece. Nothing new is begun once a script has failed.
import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'

const words = process.argv.slice(2)
const cut = words.includes('--') ? words.indexOf('--') : words.length
const windows = process.platform === 'win32'
let failed = ''

/** Runs one script; resolves to what it said, if that was not shown as it came. */
function run(name, isBeside) {
  const child = spawn('npm', ['run', name], { stdio: isBeside ? ['ignore', 'pipe', 'pipe'] : 'inherit', shell: windows })
  const said = []
  if (isBeside) {
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(text))
    try {
      setPriority(child.pid, constants.priority.PRIORITY_LOW)
    } catch {
      // it has ended already, or the system has no priorities: then it shares the processor like everything else
    }
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ ok: false, said: error.message }))
    child.on('close', (code) => resolve({ ok: code === 0, said: Buffer.concat(said).toString('utf8') }))
  })
}

async function inTurn(names, isBeside) {
  for (const name of names) {
    if (failed !== '') return
    const { ok, said } = await run(name, isBeside)
    if (isBeside) console.log(`\n[beside: npm run ${name}]\n${said.trim()}\n`)
    if (!ok) failed ||= name
  }
}

await Promise.all([inTurn(words.slice(0, cut), false), inTurn(words.slice(cut + 1), true)])
if (failed !== '') console.error(`npm run ${failed} failed`)
process.exitCode = failed === '' ? 0 : 1

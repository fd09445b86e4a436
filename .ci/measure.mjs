// Measures what a hand feels and what long use leaves in memory, then prints every quality bar with its state. A script, because a
// variable written before a command is understood by some shells only.
import { execFileSync } from 'node:child_process'

const shell = process.platform === 'win32'
const run = (...words) => execFileSync('npm', ['run', ...words], { stdio: 'inherit', shell, env: { ...process.env, BARS: '1' } })

try {
  run('test:e2e', '--', 'speed', 'endurance')
  run('bars')
} catch (error) {
  process.exitCode = error.status ?? 1
}

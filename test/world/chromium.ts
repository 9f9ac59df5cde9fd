/** Finds a Chromium or Chrome for the tests of what is seen; installs one where there is none and that can be done. */
import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const ADVICE =
  'No Chromium was found and none could be installed. Install Chromium or Google Chrome and a Chinese font (Debian: apt-get install chromium fonts-wqy-microhei), or name its program in CHROMIUM_PATH.'

function executable(path: string | undefined): path is string {
  try {
    accessSync(path ?? '', constants.X_OK)
    return true
  } catch {
    return false
  }
}

const found = (): string | undefined => PLACES.find(executable)

function installByApt(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const apt = (...words: string[]): void =>
    void execFileSync('apt-get', words, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-wqy-microhei')
}

/** Playwright's own build, for machines without apt or root. */
function installByPlaywright(): string | undefined {
  execFileSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 300_000,
  })
  const answer = execFileSync(
    process.execPath,
    ['-e', "console.log(require('playwright-core').chromium.executablePath())"],
    { encoding: 'utf8' },
  )
  return answer.trim()
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

/** The path of a browser. @throws with a sentence that says what to install */
export function chromiumPath(): string {
  const here = found()
  if (here) return here
  attempt(installByApt)
  const path = found() ?? attempt(installByPlaywright)
  if (!executable(path)) throw new Error(ADVICE)
  return path
}

export const CHROMIUM_ARGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

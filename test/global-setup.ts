import { chromiumPath } from './world/chromium.ts'

/** Before any test: a browser is there, or the run ends with what to install. Its path reaches the tests as an environment variable. */
export function setup(): void {
  process.env.CHROMIUM_PATH = chromiumPath()
}

/** Opens documents with LibreOffice for the tests of what is printed; installs it where there is none and that can be done. */
import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const DEBIAN_PACKAGES = [
  'libreoffice-writer-nogui',
  'libreoffice-calc-nogui',
  'poppler-utils',
  'fonts-wqy-microhei',
  'fonts-liberation',
]

const ADVICE = `No LibreOffice Writer and Calc with poppler's pdftotext was found and none could be installed. Install both and a Chinese font (Debian: apt-get install ${DEBIAN_PACKAGES.join(' ')}), or name LibreOffice's program in LIBREOFFICE_PATH.`

const PLACES = [process.env.LIBREOFFICE_PATH, '/Applications/LibreOffice.app/Contents/MacOS/soffice']

function executable(path: string | undefined): path is string {
  try {
    accessSync(path ?? '', constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = (program: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find(executable)

interface Programs {
  readonly office: string
  /** poppler's pdftotext */
  readonly reader: string
}

function found(): Programs | undefined {
  const office = PLACES.find(executable) ?? onPath('soffice')
  const reader = onPath('pdftotext')
  return office !== undefined && reader !== undefined ? { office, reader } : undefined
}

function installByApt(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const apt = (...words: string[]): void =>
    void execFileSync('apt-get', words, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  attempt(() => apt('update'))
  // Somebody else may be installing something at this moment.
  attempt(() =>
    apt('-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES),
  )
}

/** What did not work is seen by what is missing afterwards. */
function attempt(work: () => void): void {
  try {
    work()
  } catch {}
}

/** LibreOffice and a reader of what it prints. @throws with a sentence that says what to install */
export function printers(): Programs {
  const here = found()
  if (here) return here
  installByApt()
  const installed = found()
  if (!installed) throw new Error(ADVICE)
  return installed
}

/** Without white space, which paper has where lines end. */
export const dense = (text: string): string => text.replaceAll(/\s+/g, '')

/** LibreOffice converts a file; the converted ones are handed over by name before they are deleted. */
function converted<Read>(
  source: string,
  bytes: Uint8Array,
  filter: string,
  read: (folder: string) => Read,
): Read {
  const { office } = printers()
  const folder = mkdtempSync(join(tmpdir(), 'mubiao-print-'))
  try {
    writeFileSync(join(folder, source), bytes)
    execFileSync(
      office,
      [
        // A profile of its own, so that two tests can print at the same time.
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        ...['--headless', '--convert-to', filter, '--outdir', folder, join(folder, source)],
      ],
      { stdio: 'ignore', timeout: 120_000 },
    )
    return read(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Separated by tabs, in UTF-8, as shown, texts in quotes and numbers without, every sheet in a file of its own. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,true,true,false,false,false,-1'

/** The cells of a workbook's sheets as LibreOffice shows them, once it has opened and calculated it; texts stand in quotes. */
export function calculated(xlsx: Uint8Array, sheets: readonly string[]): string[][][] {
  return converted('workbook.xlsx', xlsx, EVERY_SHEET, (folder) =>
    sheets.map((sheet) =>
      readFileSync(join(folder, `workbook-${sheet}.csv`), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split('\t')),
    ),
  )
}

/** The pages of a .docx as LibreOffice lays them out, without white space: what stands in one cell follows on. */
export function printedPages(docx: Uint8Array): string[] {
  const { reader } = printers()
  return converted('document.docx', docx, 'pdf', (folder) => {
    const text = execFileSync(reader, ['-raw', join(folder, 'document.pdf'), '-'], { encoding: 'utf8' })
    return text.split('\f').slice(0, -1).map(dense)
  })
}

/** `export-year`: everything of a year as two files in a folder. `check-export`: whether such files are whole (rulebook 7). */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { checkLines } from '../history/export/check-lines.ts'
import { journalName, type Take, workbookName, writeYear } from '../history/export/write.ts'
import { findYear } from '../policy/queries.ts'
import type { ExitCode, Machine } from './machine.ts'

export async function exportYear(machine: Machine, word: string, folder: string): Promise<ExitCode> {
  const { db, print, act } = machine
  const year = Number(word)
  if (!/^\d{4}$/.test(word) || !(await findYear(db, year))) {
    print(`没有「${word}」年度，请写四位年份，例如 export-year 2026 导出。`)
    return 1
  }
  await mkdir(folder, { recursive: true })
  const [workbook, journal] = [
    openFile(join(folder, workbookName(year))),
    openFile(join(folder, journalName(year))),
  ]
  const written = await writeYear(
    db,
    { year, at: act().at },
    { workbook: workbook.take, journal: journal.take },
  )
  await Promise.all([workbook.close(), journal.close()])
  print(`已导出到「${folder}」：${written.subjects} 个事项，${written.entries} 条记录。`)
  for (const { name, size, sha256 } of [written.workbook, written.journal])
    print(`  ${name}　${size} 字节　SHA-256 ${sha256}`)
  return 0
}

/** Written beside its place and moved there when it is whole, so that a kill leaves no half of a file under its name. */
function openFile(path: string): { readonly take: Take; close(): Promise<void> } {
  const unfinished = `${path}.part`
  const stream = createWriteStream(unfinished)
  const failed = once(stream, 'error').then(([error]) => {
    throw error
  })
  // Whoever waits for it is told by the race; until then it is no rejection that nobody handles.
  failed.catch(() => {})
  return {
    async take(bytes) {
      if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), failed])
    },
    async close() {
      stream.end()
      await Promise.race([once(stream, 'close'), failed])
      await rename(unfinished, path)
    },
  }
}

export async function checkExport({ print }: Machine, path: string): Promise<ExitCode> {
  const journal = await findJournal(path)
  if (!journal) {
    print(`「${path}」中没有找到导出的日志（….jsonl.gz），请写出导出的文件夹或日志文件。`)
    return 1
  }
  const checked = await checkLines(linesOf(journal))
  if ('fault' in checked) {
    print(`日志第 ${checked.fault.line} 行异常：${checked.fault.text}。`)
    return 1
  }
  const { manifest, subjects, entries, sealed } = checked
  print(
    `日志完好：${manifest.year} 年度，${subjects} 个事项，${entries} 条记录，其中 ${sealed} 条只有校验值。`,
  )
  return checkWorkbook(print, dirname(journal), manifest.workbook)
}

async function findJournal(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isDirectory()) return found ? path : undefined
  const names = (await readdir(path)).filter((name) => name.endsWith('.jsonl.gz'))
  return names.length === 1 ? join(path, names[0] ?? '') : undefined
}

/** Line by line; a file that was cut off or damaged ends with a line that is none. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const unpacked = createReadStream(path).pipe(createGunzip())
  try {
    yield* createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })
  } catch {
    yield '（压缩文件损坏）'
  }
}

async function checkWorkbook(
  print: Machine['print'],
  folder: string,
  { name, sha256 }: { readonly name: string; readonly sha256: string },
): Promise<ExitCode> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(join(folder, name))) hash.update(chunk as Uint8Array)
  } catch {
    print(`没有找到数据表「${name}」，请与日志放在同一个文件夹。`)
    return 1
  }
  if (hash.digest('hex') !== sha256) {
    print(`数据表「${name}」与日志第 1 行所记的校验值不符，文件被改动过。`)
    return 1
  }
  print(`数据表「${name}」与日志所记一致。`)
  return 0
}

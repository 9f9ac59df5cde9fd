/** Whether the lines of an exported journal are whole: each hash recomputed, each chain, each head, the counts (rulebook 7). Pure but for the hash. */
import { createHash, type Hash } from 'node:crypto'
import * as z from 'zod'
import { hashOf } from '../../kernel/journal.ts'
import { FORMAT, type Manifest } from './lines.ts'
import { maySeal } from './sealed.ts'

const sealedLine = z.strictObject({
  sealed: z.literal(true),
  subject: z.string(),
  version: z.int(),
  previous_hash: z.string(),
  hash: z.string(),
})
const entryLine = z.strictObject({
  subject: z.string(),
  version: z.int(),
  type: z.string(),
  at: z.templateLiteral([z.string(), 'T', z.string(), 'Z']),
  by_person: z.string(),
  in_name_of: z.string(),
  cause: z.string(),
  body: z.string(),
  previous_hash: z.string(),
  hash: z.string(),
})
const headLine = z.strictObject({
  head: z.strictObject({ subject: z.string(), version: z.int(), hash: z.string() }),
})
const endLine = z.strictObject({
  end: z.strictObject({ subjects: z.int(), entries: z.int(), digest: z.string() }),
})
const manifestLine = z.strictObject({
  mubiao: z.literal('journal'),
  format: z.literal(FORMAT),
  year: z.int(),
  exported: z.templateLiteral([z.string(), 'T', z.string(), 'Z']),
  workbook: z.strictObject({ name: z.string(), sha256: z.string(), size: z.int() }),
})
const anyLine = z.union([entryLine, sealedLine, headLine, endLine])

/** What is wrong, at which line, counted from 1. */
export interface LineFault {
  readonly line: number
  readonly text: string
}

export type CheckedLines =
  | {
      readonly manifest: Manifest
      readonly subjects: number
      readonly entries: number
      readonly sealed: number
    }
  | { readonly fault: LineFault }

interface Progress {
  readonly digest: Hash
  subjects: number
  entries: number
  sealed: number
  /** The last entry of the subject whose head is still to come. */
  open: { subject: string; version: number; hash: string } | undefined
  /** The last subject whose head was read. */
  closed: string
  isOver: boolean
}

/** Reads to the first broken line, or to the end. */
export async function checkLines(lines: AsyncIterable<string>): Promise<CheckedLines> {
  const progress: Progress = {
    ...{ digest: createHash('sha256'), subjects: 0, entries: 0, sealed: 0, open: undefined, closed: '' },
    isOver: false,
  }
  let manifest: Manifest | undefined
  let number = 0
  for await (const text of lines) {
    number += 1
    if (!manifest) {
      const read = manifestLine.safeParse(jsonOf(text))
      if (!read.success) return { fault: { line: number, text: '第一行不是本系统导出的日志说明' } }
      manifest = read.data
      continue
    }
    const fault = faultOf(progress, text)
    if (fault !== undefined) return { fault: { line: number, text: fault } }
  }
  if (!manifest || !progress.isOver)
    return { fault: { line: number + 1, text: '文件不完整，没有结尾的统计行' } }
  const { subjects, entries, sealed } = progress
  return { manifest, subjects, entries, sealed }
}

function faultOf(progress: Progress, text: string): string | undefined {
  if (progress.isOver) return '统计行之后还有内容'
  const read = anyLine.safeParse(jsonOf(text))
  if (!read.success) return '不是完整的记录'
  const line = read.data
  if ('head' in line) return headFault(progress, line.head)
  if ('end' in line) return endFault(progress, line.end)
  return entryFault(progress, line)
}

function entryFault(
  progress: Progress,
  entry: z.infer<typeof entryLine> | z.infer<typeof sealedLine>,
): string | undefined {
  const { subject, version, previous_hash, hash } = entry
  const name = `${subject} 第 ${version} 条`
  const { open } = progress
  if (open && open.subject !== subject) return `${name}：前一事项 ${open.subject} 缺少结尾`
  if (!open && Buffer.compare(Buffer.from(subject), Buffer.from(progress.closed)) <= 0)
    return `${name}：次序不对，或这一事项重复出现`
  const previous = open ?? { version: 0, hash: '' }
  if (version !== previous.version + 1)
    return `${name}：应为第 ${previous.version + 1} 条，缺少记录或次序颠倒`
  if (previous_hash !== previous.hash) return `${name}：与前一条记录没有衔接`
  if ('sealed' in entry) {
    if (!maySeal(subject)) return `${name}：这类记录不应隐去内容`
    progress.sealed += 1
  } else if (hashOf(entry) !== hash) return `${name}：内容与校验值不符，记录被改动过`
  progress.open = { subject, version, hash }
  progress.entries += 1
  progress.digest.update(`${hash}\n`)
  return undefined
}

function headFault(
  progress: Progress,
  head: { readonly subject: string; readonly version: number; readonly hash: string },
): string | undefined {
  const { open } = progress
  if (!open || open.subject !== head.subject) return `${head.subject}：缺少这一事项的记录`
  if (open.version < head.version) return `${head.subject}：缺少第 ${open.version + 1} 条记录`
  if (open.version !== head.version || open.hash !== head.hash) return `${head.subject}：与事项的现状不符`
  progress.subjects += 1
  progress.closed = head.subject
  progress.open = undefined
  return undefined
}

function endFault(
  progress: Progress,
  end: { readonly subjects: number; readonly entries: number; readonly digest: string },
): string | undefined {
  if (progress.open) return `事项 ${progress.open.subject} 缺少结尾`
  if (end.subjects !== progress.subjects || end.entries !== progress.entries)
    return `统计为 ${end.subjects} 个事项 ${end.entries} 条，实有 ${progress.subjects} 个事项 ${progress.entries} 条`
  if (end.digest !== progress.digest.digest('hex')) return '总校验值不符'
  progress.isOver = true
  return undefined
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

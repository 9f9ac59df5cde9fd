/** Article 22: before the deliberation nobody sees another's sheet, by any view, command, log line or row but its own. */
import { inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../cards/kit.ts'
import { chaptersFor } from '../../src/chapters.ts'
import { type Conversation, createConversation } from '../../src/conversation/conversation.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { everyRow } from '../execution/petition-world.ts'
import { memoryBlobs } from '../organization/world.ts'
import {
  accountTime,
  act,
  codeOf,
  drops,
  JX,
  metaOf,
  seedDelegation,
  seedFinding,
  takes,
} from './account-world.ts'
import { AT, clean } from './world.ts'

/** Words that stand nowhere else: typed as a deduction, of a finding taken, of one dropped. */
const SECRETS = ['海棠甲', '海棠乙', '海棠丙', '7.77']

const SCHOOL = [
  'CH',
  'LM1',
  'OF1',
  'LD1',
  'LD2',
  'WG1',
  'WG3',
  'AG1',
  'C-JX01',
  'H-JX01',
  'C-XZ01',
  'GA-integrity',
]
/** `WG1 for WG2` sits in the group already; `C-JX02 for WG3` acts for another member. */
const EYES = [...SCHOOL, 'WG1 for WG2', 'C-JX02 for WG3', 'C-JX01 for WG1']

let db: SqliteDatabase
let conversation: Conversation

const chapters = () => chaptersFor({ blobs: memoryBlobs(), lookUp: async () => [] })

beforeAll(async () => {
  db = accountTime()
  seedFinding(db, 'JX01', 1, { goal: 'JX01-2' })
  seedFinding(db, 'JX01', 2)
  for (const [of, by] of [
    ['WG2', 'WG1'],
    ['WG3', 'C-JX02'],
    ['WG1', 'C-JX01'],
  ] as const)
    seedDelegation(db, of, by)
  const marks = clean('JX01').map((mark) => (mark.goal === 1 ? { goal: 1, deductions: '7.77 海棠甲' } : mark))
  const findings = [takes(1, '2 海棠乙'), drops(2, '海棠丙')]
  const filled = await act(db, 'WG2', 'sheet.fill', {
    ...{ ...JX, marks: marks as never, findings: findings as never, seal: true },
  })
  expect(codeOf(filled)).toBe('sheet-sent')
  conversation = createConversation({ db, chapters: chapters(), clock: () => AT, platform: 'feishu' })
})

function allWords(message: Message): string {
  if (message.kind !== 'file') return JSON.stringify(message)
  const bytes = Buffer.from(message.bytes)
  const parts = [message.name, bytes.toString('utf8')]
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4)) {
    if (bytes.readUInt16LE(at + 8) !== 8) continue
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    parts.push(inflateRawSync(bytes.subarray(start), { finishFlush: 2 }).toString('utf8'))
  }
  return parts.join('\n')
}

/** What any view may be asked with. */
function paramsOf(): JsonObject[] {
  const known = {
    ...JX,
    member: 'WG2',
    page: 1,
    goal: 'JX01-1',
    number: 1,
    text: '药学院',
    scope: 'JX01',
    subject: 'sheet:2026:JX01:WG2',
  }
  const sheet = { ...JX, asking: 'standard', goals: [1, 2], findings: [1, 2], seal: false }
  return [
    {},
    known,
    { ...known, goal: 1, finding: 1, round: 1 },
    ...['sheet', 'proposal', 'excuse', 'objection'].map((form) => ({
      ...{
        form,
        params: { ...sheet, round: 0 },
        view: 'score-sheet',
        with: { ...JX, member: 'WG2', page: 1 },
      },
    })),
  ]
}

const OWN_VIEWS = [
  'todo',
  'help',
  'drafts',
  'form',
  'noted',
  'nearest',
  'parked-messages',
  'said',
  'check-answers',
  'question',
]

describe('a member’s sheet', { timeout: 120_000 }, () => {
  it('is shown by no view of any chapter to anybody but the member', async () => {
    const views = [
      ...new Set([...chapters().flatMap((one) => one.views.map(({ name }) => name)), ...OWN_VIEWS]),
    ]
    const seen: string[] = []
    let shown = 0
    for (const name of views) {
      for (const params of paramsOf()) {
        for (const eyes of EYES) {
          const [hand = '', principal = hand] = eyes.split(' for ')
          const view =
            hand === principal
              ? { name, params }
              : { name: 'in-name', params: { for: principal, view: name, with: params } }
          const words = await conversation.render(view, hand).then(allWords, () => '')
          if (words !== '') shown += 1
          if (SECRETS.some((secret) => words.includes(secret))) seen.push(`${eyes}: ${name}`)
        }
      }
    }
    expect(seen).toEqual([])
    expect(shown).toBeGreaterThan(1500)
    const own = await conversation.render(
      { name: 'score-sheet', params: { ...JX, member: 'WG2', page: 1 } },
      'WG2',
    )
    for (const secret of SECRETS) expect(allWords(own)).toContain(secret)
  })

  it('no command of anybody else’s carries a word of it away, into any row, answer or message', async () => {
    const before = everyRow(db).filter(({ row }) => SECRETS.some((secret) => row.includes(secret)))
    const answers: string[] = []
    for (const { type } of chapters().flatMap((one) => one.commands)) {
      for (const who of ['WG1', 'WG3', 'OF1', 'CH', 'C-JX01', 'WG1 for WG2']) {
        for (const payload of [
          { ...JX, member: 'WG2', reason: '查看', round: 0, marks: [], seal: false, seen: 1 },
          {},
        ]) {
          if (type === 'deliberation.open') continue
          const outcome = await conversation.execute(type, payload, metaOf(who)).catch(() => undefined)
          answers.push(JSON.stringify(outcome ?? {}))
        }
      }
    }
    const after = everyRow(db).filter(({ row }) => SECRETS.some((secret) => row.includes(secret)))
    expect(after.map(({ table }) => table)).toEqual(before.map(({ table }) => table))
    expect(new Set(before.map(({ table }) => table))).toEqual(new Set(['journal', 'subject']))
    expect(answers.filter((one) => SECRETS.some((secret) => one.includes(secret)))).toEqual([])
  })
})
